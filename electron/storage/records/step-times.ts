import { join } from 'node:path';
import * as z from 'zod';
import { versionOf } from '../../contract/file-formats.ts';
import { LONGEST } from '../../contract/limits.ts';
import { writeFileAtomic } from '../files/atomic.ts';
import { jsonText, readJson } from '../files/json.ts';

/** Networks whose steps are remembered; the one that was tried longest ago is forgotten first. */
const MOST = 200;

const stepTimesSchema = z.strictObject({
  /** what was tried, and where */
  key: z.string().max(LONGEST.sentence),
  /** milliseconds of a step on each engine, on the processor */
  tensorflow: z.number().positive(),
  portable: z.number().positive(),
  /** and of TensorFlow on the graphics card, where there is one */
  gpu: z.number().positive().optional(),
});
export type StepTimes = z.infer<typeof stepTimesSchema>;

/** Milliseconds of a run's own step, by what was timed and where. */
const timedSchema = z.strictObject({
  key: z.string().max(LONGEST.sentence),
  milliseconds: z.number().positive(),
});

const fileSchema = z.strictObject({
  version: z.literal(versionOf('stepTimes')),
  tried: z.array(stepTimesSchema).max(MOST),
  timed: z.array(timedSchema).max(MOST),
});
type Known = Omit<z.infer<typeof fileSchema>, 'version'>;

/** The newest last, and the oldest of too many forgotten. */
const withNewest = <T extends { readonly key: string }>(known: readonly T[], newest: T): T[] =>
  [...known.filter(({ key }) => key !== newest.key), newest].slice(-MOST);

/** .cache/step-times.json: what steps took on the engines of this machine. It may be deleted at any time. */
export class StepTimesFile {
  readonly #path: string;

  constructor(workspace: string) {
    this.#path = join(workspace, '.cache', 'step-times.json');
  }

  async recall(key: string): Promise<StepTimes | undefined> {
    return (await this.#read()).tried.find((times) => times.key === key);
  }

  /** Milliseconds of a step. */
  async recallTimed(key: string): Promise<number | undefined> {
    return (await this.#read()).timed.find((each) => each.key === key)?.milliseconds;
  }

  /** Where nothing can be written, it is tried once more the next time. */
  async remember(times: StepTimes): Promise<void> {
    const known = await this.#read();
    await this.#write({ ...known, tried: withNewest(known.tried, times) });
  }

  /** The same of a run's own step. */
  async rememberTimed(key: string, milliseconds: number): Promise<void> {
    const known = await this.#read();
    await this.#write({ ...known, timed: withNewest(known.timed, { key, milliseconds }) });
  }

  async #write(known: Known): Promise<void> {
    await writeFileAtomic(this.#path, jsonText({ ...known, version: versionOf('stepTimes') })).catch(() => undefined);
  }

  async #read(): Promise<Known> {
    // Missing or damaged: nothing is known yet.
    return (await readJson(this.#path, 'stepTimes', fileSchema).catch(() => undefined)) ?? { tried: [], timed: [] };
  }
}
