import * as z from 'zod';
import { idSchema } from './common.ts';
import { plainErrorSchema } from './errors.ts';
import { machineJobs } from './jobs/machine-jobs.ts';
import { modelJobs } from './jobs/model-jobs.ts';
import { runJobs } from './jobs/run-jobs.ts';
import { textJobs } from './jobs/text-jobs.ts';
import { type Lesson, lessonSchema } from './lesson.ts';
import { bestSchema, engineSchema, reportsSchema, sampleSchema } from './run.ts';
import { stepTimedSchema, type StepTrial, stepTrialSchema, triedNetworkSchema } from './step-trial.ts';
import { storySymbolSchema } from './story.ts';

/** Every job a worker can do: what it is given, what it ends with. Paths are the studio's, never a page's. */
export const JOBS = {
  ...textJobs,
  ...runJobs,
  ...modelJobs,
  ...machineJobs,
} as const;
export type JobKind = keyof typeof JOBS;
export type JobInput<K extends JobKind> = z.infer<(typeof JOBS)[K]['input']>;
export type JobResult<K extends JobKind> = z.infer<(typeof JOBS)[K]['result']>;

const jobMessages = Object.entries(JOBS).map(([kind, { input }]) =>
  z.strictObject({ type: z.literal('job'), job: z.string(), kind: z.literal(kind), input }),
);

/** Studio → worker: a job, or a word about one under way. */
export const toWorkerSchema = z.union([
  ...jobMessages,
  /** finish the step, write a checkpoint, keep a model (train); leave off (others) */
  z.strictObject({ type: z.literal('stop'), job: z.string() }),
  /** finish the step, write a checkpoint, end without a model: the run goes on later */
  z.strictObject({ type: z.literal('pause'), job: z.string() }),
  /** how a class follows the training from now on */
  z.strictObject({ type: z.literal('lesson'), job: z.string(), lesson: lessonSchema }),
  /** go on from the report at which the lesson stands */
  z.strictObject({ type: z.literal('next'), job: z.string() }),
  /** what came of a `try` */
  z.strictObject({ type: z.literal('tried'), job: z.string(), trial: stepTrialSchema }),
]);
export type ToWorker =
  | { [K in JobKind]: { type: 'job'; job: string; kind: K; input: JobInput<K> } }[JobKind]
  | { type: 'stop'; job: string }
  | { type: 'pause'; job: string }
  | { type: 'lesson'; job: string; lesson: Lesson }
  | { type: 'next'; job: string }
  | { type: 'tried'; job: string; trial: StepTrial };

/** Worker → studio. Each job ends with exactly one of `done`, `stopped`, `failed`; progress comes at most 10 times a second. */
export const fromWorkerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready'), pid: z.int() }),
  z.strictObject({ type: z.literal('progress'), job: z.string(), fraction: z.number() }),
  /** training is about to make its first step */
  z.strictObject({
    type: z.literal('started'),
    job: z.string(),
    engine: engineSchema,
    symbols: z.int(),
    vocabularySize: z.int(),
    parameters: z.int(),
    fromStep: z.int(),
    /** of a step of this very network on this engine, where some were timed */
    stepMilliseconds: stepTimedSchema.shape.milliseconds.optional(),
    /** texts that replace silence: too little text, a doubtful setting */
    warnings: z.array(plainErrorSchema),
  }),
  /** a training asks what steps take on a device, before it chooses one; answered by `tried`, always */
  z.strictObject({ type: z.literal('try'), job: z.string(), network: triedNetworkSchema }),
  reportsSchema.extend({ type: z.literal('report'), job: z.string() }),
  /** how far a training is between two reports */
  z.strictObject({ type: z.literal('reached'), job: z.string(), step: z.int(), seconds: z.number() }),
  z.strictObject({ type: z.literal('sample'), job: z.string(), sample: sampleSchema }),
  /** a training stands at a report for the lesson; null when it goes on */
  z.strictObject({ type: z.literal('waiting'), job: z.string(), step: z.int().nullable() }),
  z.strictObject({
    type: z.literal('checkpoint'),
    job: z.string(),
    step: z.int(),
    best: bestSchema.optional(),
  }),
  z.strictObject({ type: z.literal('symbols'), job: z.string(), symbols: z.array(storySymbolSchema) }),
  z.strictObject({ type: z.literal('done'), job: z.string(), result: z.unknown() }),
  /** a run that was asked to stop or pause; what it wrote is whole */
  z.strictObject({ type: z.literal('stopped'), job: z.string(), step: z.int().optional(), model: idSchema.optional() }),
  z.strictObject({ type: z.literal('failed'), job: z.string(), error: plainErrorSchema }),
]);
export type FromWorker = z.infer<typeof fromWorkerSchema>;
