import { AesopError, toPlainError } from '../contract/errors.ts';
import { checkpointSteps } from '../storage/checkpoints.ts';
import { runFiles } from '../storage/run-files.ts';
import type { Context } from './context.ts';
import { tellModels } from './models.ts';
import type { RunRecords } from './run-records.ts';
import { newJobId, type Ending, type WorkerProcess, type WorkerReport } from './worker-process.ts';

/** Time for a worker to finish its step and write a checkpoint; then it is ended. */
const GRACE = 10_000;

/** One training in its own process, from launch to its last word. */
export class Training {
  readonly #context: Context;
  readonly #records: RunRecords;
  readonly #id: string;
  #startedAt: string | undefined;
  #process: WorkerProcess | undefined;
  #asked: 'stop' | 'pause' | undefined;
  #killTimer: NodeJS.Timeout | undefined;
  /** resolves when the record says how it ended; never rejects */
  readonly over: Promise<void>;

  constructor(context: Context, records: RunRecords, id: string, resume: boolean) {
    this.#context = context;
    this.#records = records;
    this.#id = id;
    this.over = this.#train(resume).catch((thrown: unknown) => {
      context.log.error('studio', `run ${id}: ${toPlainError(thrown).detail || String(thrown)}`);
    });
  }

  /** Asks the worker to end; one that does not answer in ten seconds is killed. Asking twice changes nothing. */
  end(how: 'stop' | 'pause'): void {
    if (this.#asked) return;
    this.#asked = how;
    this.#process?.ask(how);
    this.#killTimer = setTimeout(() => this.kill(), GRACE);
  }

  kill(): void {
    this.#process?.kill();
  }

  async #train(resume: boolean): Promise<void> {
    const { workspace, launch, log } = this.#context;
    try {
      const run = await this.#records.take(this.#id);
      this.#startedAt = run.startedAt;
      if (this.#asked) return await this.#settle({ type: 'stopped' });
      const process = launch('train');
      this.#process = process;
      log.info('studio', `run ${this.#id} begins in process ${process.pid ?? '?'}`);
      const input = { workspace: workspace.root, run: this.#id, resume };
      const ending = await process.run(newJobId(), 'train', input, (message) => this.#report(message));
      await this.#settle(ending);
    } catch (thrown) {
      await this.#fail(thrown);
    } finally {
      this.#process?.kill();
      await this.#process?.ended;
      // Not before: whoever closes the studio meanwhile asks once more for the end.
      clearTimeout(this.#killTimer);
    }
  }

  #report(message: WorkerReport): void {
    const { events } = this.#context;
    const id = this.#id;
    if (message.type === 'started') {
      const { engine, vocabularySize, parameters, fromStep, warnings } = message;
      const startedAt = this.#startedAt ?? new Date().toISOString();
      const known = { engine, vocabularySize, parameters, step: fromStep, warnings, error: undefined };
      this.#records.touch(id, { ...known, status: 'running', startedAt, endedAt: undefined });
    } else if (message.type === 'report') {
      const { step, seconds } = message.report;
      this.#records.touch(id, { last: message.report, step, seconds }, false);
      events.emit('runs.report', { id, report: message.report });
    } else if (message.type === 'sample') events.emit('runs.sample', { id, sample: message.sample });
    else if (message.type === 'checkpoint') this.#records.touch(id, message.best ? { best: message.best } : {});
  }

  async #settle(ending: Ending<'train'>): Promise<void> {
    const endedAt = new Date().toISOString();
    if (ending.type === 'done') {
      const { steps, seconds, loss, accuracy, perplexity, model } = ending.result;
      const final = { loss, accuracy, perplexity };
      await this.#records.settle(this.#id, { status: 'done', step: steps, seconds, final, model, endedAt });
    } else {
      const status = this.#asked === 'pause' ? 'paused' : 'stopped';
      const { step, model } = ending;
      await this.#records.settle(this.#id, {
        status,
        endedAt,
        ...(step === undefined ? {} : { step }),
        ...(model === undefined ? {} : { model }),
      });
    }
    await tellModels(this.#context);
  }

  /** The step that a run would go on from. */
  async #lastCheckpoint(): Promise<number> {
    const files = runFiles(this.#context.workspace.runs.path(this.#id));
    return (await checkpointSteps(files.checkpoints)).at(-1) ?? 0;
  }

  async #fail(thrown: unknown): Promise<void> {
    const error = toPlainError(thrown);
    const code = thrown instanceof AesopError ? thrown.code : 'internal';
    this.#context.log.error('studio', `run ${this.#id}: ${error.message} ${error.detail}`.trim());
    if (code === 'run-locked') return this.#records.forget(this.#id);
    const endedAt = new Date().toISOString();
    const step = await this.#lastCheckpoint();
    // It was asked to end and ended: that it had to be killed for it is no failure of the run.
    if (code === 'worker-died' && this.#asked) {
      const status = this.#asked === 'pause' ? 'paused' : 'stopped';
      await this.#records.settle(this.#id, { status, step, endedAt });
    } else await this.#records.settle(this.#id, { status: 'failed', step, error, endedAt });
  }
}
