import { REPORTS_AT_ONCE, type Report, type Sample } from '../../contract/run.ts';
import { AesopError, toPlainError } from '../../contract/errors.ts';
import { english } from '../../messages/english.ts';
import type { CheckpointForm, CheckpointState, NamedArrays, TrainingSink } from '../../engine/training/index.ts';
import { readCheckpoint, writeCheckpoint } from '../../storage/checkpoints/checkpoints.ts';
import { LineWriter } from '../../storage/files/jsonl.ts';
import type { RunFiles } from '../../storage/runs/run-files.ts';
import { EventFile } from '../../storage/runs/tensorboard.ts';
import type { JobContext } from '../job.ts';

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

  /** @param then what is told once it is written: a page that comes later finds in the file all that was told before */
  #watch(writing: Promise<void>, then = () => {}): void {
    writing.then(then).catch((thrown: unknown) => (this.#failure ??= { thrown }));
  }

  report(report: Report, live: boolean): void {
    const due = live || this.#untold.length === REPORTS_AT_ONCE;
    const told = due ? { type: 'report' as const, report, before: this.#untold, after: this.#toldLast } : undefined;
    if (told) [this.#untold, this.#toldLast] = [[], report.step];
    else this.#untold.push(report);
    this.#watch(this.#writers.events.append(report));
    this.#watch(this.#writers.metrics.append(report), () => told && this.#context.tell(told));
  }

  reached(step: number): void {
    this.#context.tell({ type: 'reached', step });
  }

  sample(sample: Sample): void {
    this.#watch(this.#writers.samples.append(sample), () => this.#context.tell({ type: 'sample', sample }));
  }

  async checkpoint(checkpoint: CheckpointState, { best }: { best: boolean }): Promise<void> {
    await this.#writers.metrics.sync();
    this.check();
    await writeCheckpoint(this.#files.checkpoints, checkpoint, best);
    this.#context.tell({ type: 'checkpoint', step: checkpoint.step, best: checkpoint.state.best });
  }

  async readBest(step: number): Promise<NamedArrays | undefined> {
    try {
      return (await readCheckpoint(this.#files.checkpoints, step, this.#form)).weights as NamedArrays;
    } catch (thrown) {
      if (!(thrown instanceof AesopError)) throw thrown;
      this.#context.log(`the best checkpoint ${step} is passed over: ${english.error(toPlainError(thrown)).message}`);
      return undefined;
    }
  }

  async close(): Promise<void> {
    const { metrics, samples, events } = this.#writers;
    await Promise.all([metrics.close(), samples.close(), events.close()]);
  }
}
