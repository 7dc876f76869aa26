import { AesopError } from '../../contract/errors.ts';
import type { JobInput, JobKind } from '../../contract/worker.ts';
import type { Ending, WorkerProcess, WorkerReport } from '../workers/worker-process.ts';
import { newJobId } from '../workers/worker-process.ts';

/** A stopped job that does not answer is ended with its process. */
const GRACE = 10_000;

interface LaneOptions {
  launch(): WorkerProcess;
  /** milliseconds without a job after which the process is let go */
  idle: number;
}

export interface JobOptions {
  report?(message: WorkerReport): void;
  signal?: AbortSignal;
}

/**
 * Short jobs, one after the other, in a process that starts with the first and stays warm for the next. If it dies, only
 * the job it was at fails; the next one gets a new process.
 */
export class Lane {
  readonly #options: LaneOptions;
  #process: WorkerProcess | undefined;
  #tail: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #idleTimer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  /** @throws AesopError what the job failed with, or `helper-died` */
  run<K extends JobKind>(kind: K, input: JobInput<K>, options: JobOptions = {}): Promise<Ending<K>> {
    this.#waiting++;
    clearTimeout(this.#idleTimer);
    const mine = this.#tail
      .then(() => this.#do(kind, input, options))
      .finally(() => {
        if (--this.#waiting === 0) this.#rest();
      });
    this.#tail = mine.catch(() => {});
    return mine;
  }

  async #do<K extends JobKind>(kind: K, input: JobInput<K>, { report, signal }: JobOptions): Promise<Ending<K>> {
    if (signal?.aborted || this.#closed) return { type: 'stopped' };
    if (!this.#process?.alive) this.#process = this.#options.launch();
    const process = this.#process;
    let killed: NodeJS.Timeout | undefined;
    const stop = () => {
      process.ask('stop');
      killed = setTimeout(() => process.kill(), GRACE);
    };
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await process.run(newJobId(), kind, input, report ?? (() => {}));
    } catch (thrown) {
      const stopped = signal?.aborted && thrown instanceof AesopError && thrown.code === 'helper-died';
      if (stopped) return { type: 'stopped' };
      throw thrown;
    } finally {
      clearTimeout(killed);
      signal?.removeEventListener('abort', stop);
    }
  }

  #rest(): void {
    this.#idleTimer = setTimeout(() => this.#letGo(), this.#options.idle);
    this.#idleTimer.unref();
  }

  #letGo(): void {
    this.#process?.kill();
    this.#process = undefined;
  }

  /** Lets the process go once the jobs asked for so far are done: the next one starts anew, with the settings of then. */
  renew(): Promise<void> {
    this.#tail = this.#tail.then(() => this.#letGo());
    return this.#tail as Promise<void>;
  }

  /** Ends the process, whatever it is at; the next job gets a new one. */
  async leaveOff(): Promise<void> {
    clearTimeout(this.#idleTimer);
    const ended = this.#process?.ended;
    this.#letGo();
    await ended;
  }

  /** Ends the process for good. */
  close(): Promise<void> {
    this.#closed = true;
    return this.leaveOff();
  }
}
