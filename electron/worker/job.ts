import type { LessonWords } from './lesson-words.ts';
import type { StepTrial, TriedNetwork } from '../contract/step-trial.ts';
import type { FromWorker, JobInput, JobKind, JobResult } from '../contract/worker.ts';

type Told = Extract<
  FromWorker,
  { type: 'progress' | 'started' | 'try' | 'report' | 'reached' | 'sample' | 'waiting' | 'checkpoint' | 'symbols' }
>;
/** What a job tells while it runs; its id is added on the way out. */
export type Telling = Told extends infer M ? (M extends Told ? Omit<M, 'job'> : never) : never;

/** What a job knows about the studio. */
export interface JobContext {
  tell(message: Telling): void;
  /** shares of the whole, passed on at most ten times a second */
  progress(fraction: number): void;
  /** aborted by `stop` and `pause` */
  readonly signal: AbortSignal;
  /** what was asked of the job, looked at between steps */
  requested(): 'stop' | 'pause' | undefined;
  /** what the job is told of its lesson, if it is one that can be followed; woken by `stop` and `pause` too */
  readonly words: LessonWords;
  /** What steps of a network take on a device, found out by a process of its own. @throws Stopped where the job is to end */
  tryStep(network: TriedNetwork): Promise<StepTrial>;
  /** lines for the log */
  log(line: string): void;
}

/** Thrown by a job that was asked to end and did. */
export class Stopped extends Error {
  readonly step: number | undefined;
  readonly model: string | undefined;

  constructor(step?: number, model?: string) {
    super('stopped');
    this.step = step;
    this.model = model;
  }
}

/** @throws Stopped, AesopError, anything */
export type Job<K extends JobKind> = (input: JobInput<K>, context: JobContext) => Promise<JobResult<K>>;
