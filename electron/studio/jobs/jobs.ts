import { AesopError, toPlainError } from '../../contract/errors.ts';
import type { Events } from '../events.ts';
import { newJobId, type Ending } from '../workers/worker-process.ts';
import type { JobKind } from '../../contract/worker.ts';

/** Ended jobs whose result can still be asked for. */
const REMEMBERED = 100;

interface Job {
  job: string;
  kind: string;
  subject: string;
  fraction: number;
}

/** What the work of a job is given. */
export interface JobControl {
  readonly id: string;
  readonly signal: AbortSignal;
  progress(fraction: number): void;
}

/** Thrown by work that was asked to leave off. */
export class JobStopped extends Error {}

/** The result of a worker's job, or `JobStopped`. */
export function resultOf<K extends JobKind>(ending: Ending<K>): Extract<Ending<K>, { type: 'done' }>['result'] {
  if (ending.type === 'stopped') throw new JobStopped();
  return ending.result;
}

/** Long work that a page asked for: answered at once with an id, its end told as an event. */
export class Jobs {
  readonly #events: Events;
  readonly #running = new Map<string, Job & { abort: AbortController }>();
  readonly #results = new Map<string, Promise<unknown>>();

  constructor(events: Events) {
    this.#events = events;
  }

  /** @returns id of the job, which has begun */
  start(kind: string, subject: string, work: (control: JobControl) => Promise<unknown>): string {
    const id = newJobId();
    const abort = new AbortController();
    const job = { job: id, kind, subject, fraction: 0, abort };
    this.#running.set(id, job);
    const progress = (fraction: number) => {
      job.fraction = fraction;
      this.#events.emit('job.progress', { job: id, kind, fraction, subject });
    };
    // The answer with the id goes out before anything that work does.
    const result = new Promise((resolve) => setImmediate(resolve)).then(() =>
      work({ id, signal: abort.signal, progress }),
    );
    this.#remember(id, result);
    void result.then(
      (value) => this.#end(id, () => this.#events.emit('job.done', { job: id, kind, result: value })),
      (thrown: unknown) => this.#end(id, () => this.#tellFailure(id, kind, thrown)),
    );
    return id;
  }

  #tellFailure(job: string, kind: string, thrown: unknown): void {
    if (thrown instanceof JobStopped) this.#events.emit('job.stopped', { job, kind });
    else this.#events.emit('job.failed', { job, kind, error: toPlainError(thrown) });
  }

  #end(id: string, tell: () => void): void {
    this.#running.delete(id);
    tell();
  }

  #remember(id: string, result: Promise<unknown>): void {
    this.#results.set(id, result);
    const oldest = this.#results.keys().next().value;
    if (this.#results.size > REMEMBERED && oldest !== undefined) this.#results.delete(oldest);
  }

  /** @throws AesopError `job-missing` */
  cancel(id: string): void {
    const job = this.#running.get(id);
    if (!job) throw new AesopError('job-missing', { job: id });
    job.abort.abort();
  }

  /** The result of a job under way or ended lately. @throws AesopError `job-missing`, or what the job failed with */
  wait(id: string): Promise<unknown> {
    const result = this.#results.get(id);
    return result ?? Promise.reject(new AesopError('job-missing', { job: id }));
  }

  list(): Job[] {
    return [...this.#running.values()].map(({ job, kind, subject, fraction }) => ({ job, kind, subject, fraction }));
  }

  cancelAll(): void {
    for (const { abort } of this.#running.values()) abort.abort();
  }

  /** Once all of a kind that is under way has ended, however it did. */
  async ended(kind: string): Promise<void> {
    const running = this.list().filter((job) => job.kind === kind);
    await Promise.allSettled(running.map(({ job }) => this.wait(job)));
  }
}
