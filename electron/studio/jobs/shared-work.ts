import { JobStopped, type JobControl } from './jobs.ts';

type Control = Pick<JobControl, 'signal' | 'progress'>;

interface Shared<T> {
  readonly result: Promise<T>;
  readonly abort: AbortController;
  /** takes the progress to whoever waits */
  readonly waiting: Set<JobControl['progress']>;
}

/**
 * Work that several may ask for at once and again a little later: it is done once, what came of it is kept for a while,
 * and it is left off when nobody waits for it any more.
 */
export class SharedWork<T> {
  readonly #kept: number;
  readonly #entries = new Map<string, Shared<T>>();

  /** @param kept results that are remembered */
  constructor(kept: number) {
    this.#kept = kept;
  }

  /** @throws JobStopped where the one who asked is no longer interested; what the work throws */
  do(key: string, { signal, progress }: Control, work: (control: Control) => Promise<T>): Promise<T> {
    if (signal.aborted) return Promise.reject(new JobStopped());
    const shared = this.#entries.get(key) ?? this.#begin(key, work);
    shared.waiting.add(progress);
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        this.#leave(key, shared, progress);
        reject(new JobStopped());
      };
      signal.addEventListener('abort', leave, { once: true });
      const over = () => signal.removeEventListener('abort', leave);
      shared.result.then(resolve, reject).finally(over);
    });
  }

  #begin(key: string, work: (control: Control) => Promise<T>): Shared<T> {
    const abort = new AbortController();
    const waiting: Shared<T>['waiting'] = new Set();
    const progress = (fraction: number) => waiting.forEach((tell) => tell(fraction));
    const shared = { result: work({ signal: abort.signal, progress }), abort, waiting };
    this.#entries.set(key, shared);
    shared.result.catch(() => this.#forget(key, shared));
    const oldest = this.#entries.keys().next().value;
    if (this.#entries.size > this.#kept && oldest !== undefined) this.#entries.delete(oldest);
    return shared;
  }

  #leave(key: string, shared: Shared<T>, progress: JobControl['progress']): void {
    shared.waiting.delete(progress);
    if (shared.waiting.size > 0) return;
    this.#forget(key, shared);
    shared.abort.abort();
  }

  #forget(key: string, shared: Shared<T>): void {
    if (this.#entries.get(key) === shared) this.#entries.delete(key);
  }
}
