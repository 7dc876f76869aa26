import { toPlainError } from '../contract/errors.ts';
import type { StepTrial, TriedNetwork } from '../contract/step-trial.ts';
import { toWorkerSchema, type FromWorker, type JobInput, type JobKind, type ToWorker } from '../contract/worker.ts';
import { Stopped, type Job, type JobContext } from './job.ts';
import { jobs } from './jobs.ts';
import { LessonWords } from './lesson-words.ts';
import type { Port } from './port.ts';
import { throttled } from './throttle.ts';

type Start = Extract<ToWorker, { type: 'job' }>;

interface Current {
  job: string;
  asked: 'stop' | 'pause' | undefined;
  abort: AbortController;
  words: LessonWords;
  tried?: (trial: StepTrial) => void;
}

/** Does the jobs that come over the port, one at a time in their order; each ends with exactly one last word. */
export class Dispatcher {
  readonly #port: Port;
  readonly #log: (line: string) => void;
  readonly #known = new Map<string, Current>();
  #tail: Promise<void> = Promise.resolve();

  constructor(port: Port, log: (line: string) => void) {
    this.#port = port;
    this.#log = log;
    port.onMessage((message) => this.#receive(message));
  }

  #receive(raw: unknown): void {
    const parsed = toWorkerSchema.safeParse(raw);
    if (!parsed.success) return this.#refuse(raw, parsed.error.message);
    const message = parsed.data as ToWorker;
    if (message.type === 'lesson') return this.#known.get(message.job)?.words.teach(message.lesson);
    if (message.type === 'next') return this.#known.get(message.job)?.words.next();
    if (message.type === 'tried') return this.#known.get(message.job)?.tried?.(message.trial);
    if (message.type !== 'job') return this.#ask(message.job, message.type);
    const current: Current = {
      job: message.job,
      asked: undefined,
      abort: new AbortController(),
      words: new LessonWords(),
    };
    this.#known.set(message.job, current);
    this.#tail = this.#tail.then(() => this.#do(message, current));
  }

  #refuse(raw: unknown, problem: string): void {
    this.#log(`A message does not fit: ${problem}`);
    const { type, job } = (raw ?? {}) as { type?: unknown; job?: unknown };
    if (type !== 'job' || typeof job !== 'string') return;
    void this.#port.send({ type: 'failed', job, error: toPlainError(new TypeError(problem)) });
  }

  #ask(job: string, how: 'stop' | 'pause'): void {
    const current = this.#known.get(job);
    if (!current) return;
    current.asked ??= how;
    current.abort.abort();
    current.words.wake();
  }

  /** Asks every job to end so that it can go on later. @returns when they have */
  async pauseAll(): Promise<void> {
    for (const job of this.#known.keys()) this.#ask(job, 'pause');
    await this.#tail;
  }

  /** The last word for the job under way, when the process cannot go on. */
  async fail(thrown: unknown): Promise<void> {
    const job = this.#known.keys().next().value;
    if (job !== undefined) await this.#port.send({ type: 'failed', job, error: toPlainError(thrown) });
  }

  async #do(message: Start, current: Current): Promise<void> {
    const { job } = current;
    const end = await this.#outcome(message, current);
    this.#known.delete(job);
    await this.#port.send(end);
  }

  async #outcome({ kind, input }: Start, current: Current): Promise<FromWorker> {
    const { job } = current;
    if (current.asked) return { type: 'stopped', job };
    try {
      const run = (await jobs[kind]()) as Job<JobKind>;
      return { type: 'done', job, result: await run(input as JobInput<JobKind>, this.#context(current)) };
    } catch (thrown) {
      const aborted = current.asked !== undefined && (thrown as Error | null)?.name === 'AbortError';
      if (thrown instanceof Stopped) return { type: 'stopped', job, step: thrown.step, model: thrown.model };
      if (aborted) return { type: 'stopped', job };
      return { type: 'failed', job, error: toPlainError(thrown) };
    }
  }

  #tryStep(network: TriedNetwork, current: Current): Promise<StepTrial> {
    const { signal } = current.abort;
    return new Promise((resolve, reject) => {
      const leave = () => reject(new Stopped());
      if (signal.aborted) return leave();
      signal.addEventListener('abort', leave, { once: true });
      current.tried = (trial) => {
        signal.removeEventListener('abort', leave);
        resolve(trial);
      };
      void this.#port.send({ type: 'try', job: current.job, network });
    });
  }

  #context(current: Current): JobContext {
    const { job } = current;
    const send = (message: FromWorker) => void this.#port.send(message);
    const progress = throttled((fraction: number) => send({ type: 'progress', job, fraction }));
    return {
      tell: (message) => send({ ...message, job } as FromWorker),
      progress: (fraction) => progress.take(fraction),
      signal: current.abort.signal,
      requested: () => current.asked,
      words: current.words,
      tryStep: (network) => this.#tryStep(network, current),
      log: this.#log,
    };
  }
}
