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

const fileSchema = z.strictObject({
  version: z.literal(versionOf('stepTimes')),
  tried: z.array(stepTimesSchema).max(MOST),
});

/** .cache/step-times.json: what steps took on the engines of this machine. It may be deleted at any time. */
export class StepTimesFile {
  readonly #path: string;

  constructor(workspace: string) {
    this.#path = join(workspace, '.cache', 'step-times.json');
  }

  async recall(key: string): Promise<StepTimes | undefined> {
    return (await this.#read()).find((times) => times.key === key);
  }

  /** Where nothing can be written, it is tried once more the next time. */
  async remember(times: StepTimes): Promise<void> {
    const others = (await this.#read()).filter(({ key }) => key !== times.key);
    const tried = [...others, times].slice(-MOST);
    await writeFileAtomic(this.#path, jsonText({ version: versionOf('stepTimes'), tried })).catch(() => undefined);
  }

  async #read(): Promise<StepTimes[]> {
    // Missing or damaged: nothing is known yet.
    return (await readJson(this.#path, 'stepTimes', fileSchema).catch(() => undefined))?.tried ?? [];
  }
}
