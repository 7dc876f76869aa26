import { REPORTS_AT_ONCE, type Report, type Sample } from '../../contract/run.ts';
import { AesopError, toPlainError } from '../../contract/errors.ts';
import { english } from '../../messages/english.ts';
import type { CheckpointForm, CheckpointState, NamedArrays, TrainingSink } from '../../engine/training/index.ts';
import { readWeights, writeCheckpoint } from '../../storage/checkpoints/checkpoints.ts';
import { LineWriter } from '../../storage/files/jsonl.ts';
import type { RunFiles } from '../../storage/runs/run-files.ts';
import { EventFile } from '../../storage/runs/tensorboard.ts';
import type { JobContext } from '../job.ts';

type Told = Parameters<JobContext['tell']>[0];

interface Writers {
  metrics: LineWriter;
  samples: LineWriter;
  events: EventFile;
}

/** Puts what a training yields into its run's folder, and tells the studio of it. */
export class RunSink implements TrainingSink {
  readonly #files: RunFiles;
  readonly #form: CheckpointForm;
  readonly #writers: Writers;
  readonly #context: JobContext;
  /** reports since the one told last */
  #untold: Report[] = [];
  #toldLast: number | undefined;
  /** ends when the reports so far are in the file: a page that comes later finds there all that was told before */
  #written: Promise<void> = Promise.resolve();
  /** ends when all that was due is told */
  #told: Promise<void> = Promise.resolve();
  #failure: { thrown: unknown } | undefined;

  private constructor(files: RunFiles, form: CheckpointForm, writers: Writers, context: JobContext) {
    this.#files = files;
    this.#form = form;
    this.#writers = writers;
    this.#context = context;
  }

  /**
   * @param form what the run's checkpoints must be
   * @param step where the run goes on; what its files say of later steps has been cut off
   */
  static async open(files: RunFiles, form: CheckpointForm, step: number, context: JobContext): Promise<RunSink> {
    const writers = {
      metrics: await LineWriter.open(files.metrics),
      samples: await LineWriter.open(files.samples),
      events: await EventFile.open(files.tensorboard, step),
    };
    return new RunSink(files, form, writers, context);
  }

  /** Whether a line could not be written; the training had better end. */
  get failed(): boolean {
    return this.#failure !== undefined;
  }

  /** @throws what writing a line failed with, `disk-full` most likely */
  check(): void {
    if (this.#failure) throw this.#failure.thrown;
  }

  #watch(writing: Promise<unknown>): void {
    writing.catch((thrown: unknown) => (this.#failure ??= { thrown }));
  }

  report(report: Report, live: boolean): void {
    this.#untold.push(report);
    this.#watch(this.#writers.events.append(report));
    this.#written = this.#writers.metrics.append(report);
    this.#watch(this.#written);
    if (live || this.#untold.length > REPORTS_AT_ONCE) this.#tellReports();
  }

  /** Tells the reports that were not told yet, once they are written. */
  #tellReports(): void {
    const [report, before] = [this.#untold.at(-1), this.#untold.slice(0, -1)];
    if (report === undefined) return;
    const told = { type: 'report' as const, report, before, after: this.#toldLast };
    [this.#untold, this.#toldLast] = [[], report.step];
    this.#tellAfter(this.#written, told);
  }

  reached(step: number, seconds: number): void {
    this.#tellAfter(this.#written, { type: 'reached', step, seconds });
  }

  sample(sample: Sample): void {
    // what it was asked at comes first
    this.#tellReports();
    this.#tellAfter(this.#writers.samples.append(sample), { type: 'sample', sample });
  }

  /** Tells in the order in which it is called, whichever file is written first. */
  #tellAfter(written: Promise<void>, told: Told): void {
    this.#told = Promise.all([this.#told, written]).then(() => this.#context.tell(told));
    this.#watch(this.#told);
  }

  async checkpoint(checkpoint: CheckpointState, { best }: { best: boolean }): Promise<void> {
    await this.#writers.metrics.sync();
    this.check();
    await writeCheckpoint(this.#files.checkpoints, checkpoint, best);
    this.#context.tell({ type: 'checkpoint', step: checkpoint.step, best: checkpoint.state.best });
  }

  async readBest(step: number): Promise<NamedArrays | undefined> {
    try {
      return (await readWeights(this.#files.checkpoints, step, this.#form)).weights as NamedArrays;
    } catch (thrown) {
      if (!(thrown instanceof AesopError)) throw thrown;
      this.#context.log(`the best checkpoint ${step} is passed over: ${english.error(toPlainError(thrown)).message}`);
      return undefined;
    }
  }

  async close(): Promise<void> {
    const { metrics, samples, events } = this.#writers;
    await Promise.all([metrics.close(), samples.close(), events.close()]);
    await this.#told.catch(() => {});
  }
}
