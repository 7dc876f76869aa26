import { readdir, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../contract/run.ts';
import { onDisk } from '../files/disk-errors.ts';
import { openForWriting } from '../files/confinement.ts';
import { readTfRecords, scalarsEvent, stepOf, tfRecord, versionEvent } from './event-records.ts';

const PREFIX = 'events.out.tfevents.';
/** Tags as TensorBoard groups them, by the part before the slash. */
const TAGS = {
  loss: 'train/loss',
  accuracy: 'train/accuracy',
  perplexity: 'train/perplexity',
  validationLoss: 'validation/loss',
  validationAccuracy: 'validation/accuracy',
  validationPerplexity: 'validation/perplexity',
  validationBitsPerCharacter: 'validation/bits_per_character',
  learningRate: 'optimizer/learning_rate',
  gradientNorm: 'optimizer/gradient_norm',
  symbolsPerSecond: 'speed/symbols_per_second',
} as const satisfies Partial<Record<keyof Report, string>>;

function scalarsOf(report: Report): Record<string, number> {
  const scalars: Record<string, number> = {};
  for (const [name, tag] of Object.entries(TAGS) as [keyof typeof TAGS, string][]) {
    const value = report[name];
    if (typeof value === 'number') scalars[tag] = value;
  }
  return scalars;
}

/** Where the events up to `step` end in a file, torn or later ones left out. */
async function endOfStep(handle: FileHandle, step: number): Promise<number> {
  let kept = 0;
  for (const { data, end } of readTfRecords(await handle.readFile())) {
    if (stepOf(data) > step) break;
    kept = end;
  }
  return kept;
}

const now = () => Date.now() / 1000;

/** A run's curves as TensorBoard reads them. */
export class EventFile {
  readonly #path: string;
  readonly #handle: FileHandle;
  #tail: Promise<unknown> = Promise.resolve();

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  /**
   * Opens the run's event file, or begins one.
   * @param step where the run goes on: events after it are cut off
   * @throws AesopError `not-plain` for a link or a pipe, `no-permission`
   */
  static open(folder: string, step: number): Promise<EventFile> {
    return onDisk(folder, async () => {
      const names = (await readdir(folder)).filter((name) => name.startsWith(PREFIX)).sort();
      const name = names.at(-1) ?? `${PREFIX}${String(Math.floor(now())).padStart(10, '0')}.${hostname()}`;
      const path = join(folder, name);
      const handle = await openForWriting(path, 'append');
      const end = names.length > 0 ? await endOfStep(handle, step) : 0;
      await handle.truncate(end);
      if (end === 0) await handle.appendFile(tfRecord(versionEvent(now())));
      return new EventFile(path, handle);
    });
  }

  /** Adds a report's numbers. @throws AesopError `disk-full` */
  append(report: Report): Promise<void> {
    const record = tfRecord(scalarsEvent(now(), report.step, scalarsOf(report)));
    const mine = this.#tail.then(() => onDisk(this.#path, () => this.#handle.appendFile(record)));
    this.#tail = mine.catch(() => {});
    return mine;
  }

  async close(): Promise<void> {
    await this.#tail;
    await this.#handle.close();
  }
}
