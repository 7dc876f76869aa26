import { AesopError, toPlainError } from '../../contract/errors.ts';
import { PATIENCE_MINUTES, type Lesson } from '../../contract/lesson.ts';
import type { Run } from '../../contract/run.ts';
import type { TriedNetwork } from '../../contract/step-trial.ts';
import { checkpointSteps } from '../../storage/checkpoints/checkpoints.ts';
import { runFiles } from '../../storage/runs/run-files.ts';
import type { Context } from '../context.ts';
import { tellModel } from '../models/models.ts';
import type { RunRecords } from './run-records.ts';
import { StepTrials } from './try-step.ts';
import { newJobId, type Ending, type WorkerProcess, type WorkerReport } from '../workers/worker-process.ts';

/** Time for a worker to finish its step and write a checkpoint; then it is ended. */
const GRACE = 10_000;
export const PATIENCE = PATIENCE_MINUTES * 60_000;

interface TrainingOptions {
  id: string;
  resume: boolean;
  /** called when the process is gone, before anybody is told how the run ended */
  onOver(): void;
}

type Outcome = { ending: Ending<'train'> } | { thrown: unknown };

/** One training in its own process, from launch to its last word. */
export class Training {
  readonly #context: Context;
  readonly #records: RunRecords;
  readonly #options: TrainingOptions;
  readonly #trials: StepTrials;
  #startedAt: string | undefined;
  #process: WorkerProcess | undefined;
  #asked: 'stop' | 'pause' | undefined;
  #killTimer: NodeJS.Timeout | undefined;
  #waitTimer: NodeJS.Timeout | undefined;
  /** resolves when the record says how it ended; never rejects */
  readonly over: Promise<void>;

  constructor(context: Context, records: RunRecords, options: TrainingOptions) {
    this.#context = context;
    this.#records = records;
    this.#options = options;
    this.#trials = new StepTrials(context.launch);
    this.over = this.#train().catch((thrown: unknown) => context.log.failure(`run ${options.id}`, thrown));
  }

  /** Asks the worker to end; one that does not answer in ten seconds is killed. Asking twice changes nothing. */
  end(how: 'stop' | 'pause'): void {
    if (this.#asked) return;
    this.#asked = how;
    this.#process?.ask(how);
    this.#killTimer = setTimeout(() => this.kill(), GRACE);
  }

  /** Tells the worker how a class follows it from now on. */
  teach(lesson: Lesson): void {
    this.#process?.teach(lesson);
  }

  /** Lets it go on from the report at which it stands. */
  next(): void {
    this.#process?.ask('next');
  }

  kill(): void {
    this.#trials.end();
    this.#process?.kill();
  }

  async #train(): Promise<void> {
    const outcome = await this.#outcome();
    this.kill();
    await this.#process?.ended;
    // Not before: whoever closes the studio meanwhile asks once more for the end.
    clearTimeout(this.#killTimer);
    clearTimeout(this.#waitTimer);
    if ('ending' in outcome) await this.#settle(outcome.ending);
    else await this.#fail(outcome.thrown);
  }

  async #outcome(): Promise<Outcome> {
    const { workspace, launch } = this.#context;
    const { id: run, resume } = this.#options;
    try {
      this.#startedAt = (await this.#records.take(run)).startedAt;
      if (this.#asked) return { ending: { type: 'stopped' } };
      const process = launch('train');
      this.#process = process;
      const input = { workspace: workspace.root, run, resume };
      return { ending: await process.run(newJobId(), 'train', input, (message) => this.#report(message)) };
    } catch (thrown) {
      return { thrown };
    }
  }

  #report(message: WorkerReport): void {
    const { events, log } = this.#context;
    const { id } = this.#options;
    if (message.type === 'started') {
      log.info('studio', `run ${id} begins in process ${this.#process?.pid}`);
      const { engine, vocabularySize, parameters, fromStep, stepMilliseconds, warnings } = message;
      const startedAt = this.#startedAt ?? new Date().toISOString();
      const known = {
        engine,
        vocabularySize,
        parameters,
        step: fromStep,
        // what was timed before the first step holds for a run that goes on
        ...(stepMilliseconds === undefined ? {} : { stepMilliseconds }),
        warnings,
        error: undefined,
        // What it left earlier is no longer what it has learnt.
        final: undefined,
        model: undefined,
      };
      this.#records.touch(id, { ...known, status: 'running', startedAt, endedAt: undefined }, 'now');
    } else if (message.type === 'try') void this.#try(message.network);
    else if (message.type === 'report') {
      const { report, before, after } = message;
      this.#records.note(id, { last: report, step: report.step, seconds: report.seconds });
      events.emit('runs.report', { id, report, before, after });
    } else if (message.type === 'reached') {
      const { step, seconds } = message;
      this.#records.note(id, { step, seconds });
      events.emit('runs.step', { id, step, seconds });
    } else if (message.type === 'progress') events.emit('runs.measuring', { id, fraction: message.fraction });
    else if (message.type === 'sample') events.emit('runs.sample', { id, sample: message.sample });
    else if (message.type === 'waiting') this.#wait(message.step ?? undefined);
    else if (message.type === 'checkpoint') {
      if (message.best) this.#records.touch(id, { best: message.best });
      events.emit('runs.checkpoint', { id, step: message.step });
    }
  }

  async #try(network: TriedNetwork): Promise<void> {
    const trial = await this.#trials.tryStep(network);
    this.#process?.tell(trial);
  }

  #wait(waitsAt: number | undefined): void {
    clearTimeout(this.#waitTimer);
    if (waitsAt !== undefined) this.#waitTimer = setTimeout(() => this.end('pause'), PATIENCE);
    this.#records.touch(this.#options.id, { waitsAt });
  }

  async #end(change: Partial<Run>): Promise<void> {
    const endedAt = new Date().toISOString();
    await this.#records.settle(this.#options.id, { ...change, waitsAt: undefined, endedAt }, this.#options.onOver);
  }

  async #settle(ending: Ending<'train'>): Promise<void> {
    if (ending.type === 'done') {
      const { steps, seconds, loss, accuracy, perplexity, bitsPerCharacter, model } = ending.result;
      const final = { loss, accuracy, perplexity, bitsPerCharacter };
      await tellModel(this.#context, model);
      await this.#end({ status: 'done', step: steps, seconds, final, model });
      return;
    }
    const { step, model } = ending;
    if (model !== undefined) await tellModel(this.#context, model);
    await this.#end({
      status: this.#asked === 'pause' ? 'paused' : 'stopped',
      ...(step === undefined ? {} : { step }),
      ...(model === undefined ? {} : { model }),
    });
  }

  /** The step that the run would go on from. */
  async #lastCheckpoint(): Promise<number> {
    const files = runFiles(this.#context.workspace.runs.path(this.#options.id));
    return (await checkpointSteps(files.checkpoints)).at(-1) ?? 0;
  }

  async #fail(thrown: unknown): Promise<void> {
    const { id, onOver } = this.#options;
    this.#context.log.failure(`run ${id}`, thrown);
    const code = thrown instanceof AesopError ? thrown.code : 'internal';
    if (code === 'run-locked') return this.#records.forget(id, onOver);
    const step = await this.#lastCheckpoint();
    // It was asked to end and ended: that it had to be killed for it is no failure of the run.
    if (code === 'worker-died' && this.#asked)
      await this.#end({ status: this.#asked === 'pause' ? 'paused' : 'stopped', step });
    else await this.#end({ status: 'failed', step, error: toPlainError(thrown) });
  }
}
