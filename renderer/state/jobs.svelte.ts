import { AesopError, fromPlainError } from '../../electron/contract/errors.ts';
import type { EventPayload } from '../../electron/contract/studio.ts';
import { client } from '../lib/client.ts';

export type Job = EventPayload<'job.progress'>;

/** How a job ended: its result, or undefined where it was left off. */
type End = { result: unknown } | { thrown: Error };

const KEPT = 200;

/** Long jobs under way, by their progress, and a promise of the end of each. */
class Jobs {
  #list = $state.raw<readonly Job[]>([]);
  #waiting = new Map<string, (end: End) => void>();
  /** ends that came before anyone asked: an event may overtake the answer that names its job */
  #ended = new Map<string, End>();

  get list(): readonly Job[] {
    return this.#list;
  }

  byId(job: string): Job | undefined {
    return this.#list.find((item) => item.job === job);
  }

  /** The jobs of a fresh state. One waited for and not among them ended while the page could not hear. */
  receive(jobs: readonly Job[]): void {
    this.#list = jobs;
    const gone = [...this.#waiting.keys()].filter((job) => !this.byId(job));
    for (const job of gone) this.#finish(job, { thrown: new AesopError('connection-lost') });
  }

  /**
   * The result of a job, undefined where it was cancelled.
   * @throws AesopError as the job failed with
   */
  async end<T>(job: string): Promise<T | undefined> {
    const end = this.#ended.get(job) ?? (await new Promise<End>((resolve) => this.#waiting.set(job, resolve)));
    this.#ended.delete(job);
    if ('thrown' in end) throw end.thrown;
    return end.result as T | undefined;
  }

  async cancel(job: string): Promise<void> {
    await client.request('jobs.cancel', { job });
  }

  /** Hears the studio. */
  listen(): void {
    client.on('job.progress', (progress) => {
      this.#list = this.byId(progress.job)
        ? this.#list.map((item) => (item.job === progress.job ? progress : item))
        : [...this.#list, progress];
    });
    client.on('job.done', ({ job, result }) => this.#finish(job, { result }));
    client.on('job.stopped', ({ job }) => this.#finish(job, { result: undefined }));
    client.on('job.failed', ({ job, error }) => this.#finish(job, { thrown: fromPlainError(error) }));
  }

  #finish(job: string, end: End): void {
    this.#list = this.#list.filter((item) => item.job !== job);
    const resolve = this.#waiting.get(job);
    this.#waiting.delete(job);
    if (resolve) {
      resolve(end);
      return;
    }
    this.#ended.set(job, end);
    if (this.#ended.size > KEPT) this.#ended.delete(this.#ended.keys().next().value as string);
  }
}

export const jobs = new Jobs();
