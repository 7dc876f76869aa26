import { randomBytes } from 'node:crypto';
import { isEngineChatter } from '../../contract/engine-chatter.ts';
import { AesopError, fromPlainError } from '../../contract/errors.ts';
import type { Lesson } from '../../contract/lesson.ts';
import { message } from '../../contract/message.ts';
import type { StepTrial } from '../../contract/step-trial.ts';
import {
  fromWorkerSchema,
  JOBS,
  type FromWorker,
  type JobInput,
  type JobKind,
  type JobResult,
  type ToWorker,
} from '../../contract/worker.ts';
import type { WorkerEnd, WorkerHandle } from './worker-handle.ts';

/** How a job came to its end. */
export type Ending<K extends JobKind> =
  | { type: 'done'; result: JobResult<K> }
  | { type: 'stopped'; step?: number; model?: string };

export type WorkerReport = Exclude<FromWorker, { type: 'ready' | 'done' | 'stopped' | 'failed' }>;

interface Current {
  job: string;
  kind: JobKind;
  report(message: WorkerReport): void;
  resolve(ending: Ending<JobKind>): void;
  reject(error: AesopError): void;
}

/** A new name for a job. */
export const newJobId = () => `job_${randomBytes(9).toString('hex')}`;

/** A run that was cut off goes on from its checkpoint; any other job is simply done again. */
function deathOf({ code, signal, lastLines }: WorkerEnd, kind: JobKind): AesopError {
  const reason = signal
    ? message('phrases.ended-by-signal', { signal })
    : code === null
      ? message('phrases.not-started')
      : message('phrases.ended-with-code', { code: String(code) });
  const said = lastLines.filter((line) => !isEngineChatter(line)).join('\n');
  return new AesopError(kind === 'train' ? 'worker-died' : 'helper-died', { reason }, said);
}

/** A worker process with the one job it is at. Its death is the job's failure, with its last lines as detail. */
export class WorkerProcess {
  readonly #handle: WorkerHandle;
  readonly #onMalformed: (problem: string) => void;
  #current: Current | undefined;
  #end: WorkerEnd | undefined;
  readonly ended: Promise<WorkerEnd>;

  constructor(handle: WorkerHandle, onMalformed: (problem: string) => void) {
    this.#handle = handle;
    this.#onMalformed = onMalformed;
    handle.onMessage((message) => this.#receive(message));
    this.ended = new Promise((resolve) =>
      handle.onExit((end) => {
        this.#end = end;
        this.#finish((current) => current.reject(deathOf(end, current.kind)));
        resolve(end);
      }),
    );
  }

  get alive(): boolean {
    return this.#end === undefined;
  }

  get pid(): number | undefined {
    return this.#handle.pid;
  }

  /**
   * Does one job; a process does one at a time.
   * @throws AesopError what the job failed with; `worker-died` or `helper-died`
   */
  run<K extends JobKind>(
    job: string,
    kind: K,
    input: JobInput<K>,
    report: (message: WorkerReport) => void,
  ): Promise<Ending<K>> {
    return new Promise<Ending<JobKind>>((resolve, reject) => {
      if (this.#end) return reject(deathOf(this.#end, kind));
      this.#current = { job, kind, report, resolve, reject };
      this.#handle.send({ type: 'job', job, kind, input } as ToWorker);
    }) as Promise<Ending<K>>;
  }

  /**
   * Asks the job to leave off (`stop`) or to end so that it can go on later (`pause`), or a training to go on from a report
   * (`next`).
   */
  ask(type: 'stop' | 'pause' | 'next'): void {
    if (this.#current) this.#handle.send({ type, job: this.#current.job });
  }

  /** Tells a training what came of a trial that it asked for. */
  tell(trial: StepTrial): void {
    if (this.#current) this.#handle.send({ type: 'tried', job: this.#current.job, trial });
  }

  /** Tells a training how a class follows it. */
  teach(lesson: Lesson): void {
    if (this.#current) this.#handle.send({ type: 'lesson', job: this.#current.job, lesson });
  }

  kill(): void {
    this.#handle.kill();
  }

  #finish(settle: (current: Current) => void): void {
    const current = this.#current;
    this.#current = undefined;
    if (current) settle(current);
  }

  #receive(raw: unknown): void {
    const parsed = fromWorkerSchema.safeParse(raw);
    if (!parsed.success) return this.#onMalformed(parsed.error.message);
    const message = parsed.data;
    const current = this.#current;
    if (message.type === 'ready' || !current || message.job !== current.job) return;
    if (message.type === 'done') this.#finish(() => this.#settleDone(current, message.result));
    else if (message.type === 'failed') this.#finish(() => current.reject(fromPlainError(message.error)));
    else if (message.type === 'stopped')
      this.#finish(() => current.resolve({ type: 'stopped', step: message.step, model: message.model }));
    else current.report(message);
  }

  #settleDone(current: Current, raw: unknown): void {
    const result = JOBS[current.kind].result.safeParse(raw);
    if (result.success) current.resolve({ type: 'done', result: result.data });
    else current.reject(new AesopError('internal', {}, `${current.kind}: ${result.error.message}`));
  }
}
