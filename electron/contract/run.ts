import * as z from 'zod';
import { baseSchema } from './base.ts';
import { dateSchema, idSchema, measureSchema, nameSchema, sha256Schema } from './common.ts';
import { cutSchema, sourceSchema } from './corpus.ts';
import { plainErrorSchema } from './errors.ts';
import { versionOf } from './file-formats.ts';
import { hyperparametersSchema } from './hyperparameters.ts';
import { lessonSchema, MOST_PINS, pinnedSchema } from './lesson.ts';
import { listOf, LONGEST, MOST_SOURCES, shownText } from './limits.ts';
import { saidSchema } from './message.ts';
import { promptSymbolSchema } from './story.ts';

/** One line of metrics.jsonl. Rates and times are of the interval since the report before. */
export const reportSchema = z.strictObject({
  step: z.int(),
  /** mean cross-entropy per symbol over the interval, nats */
  loss: measureSchema,
  /** share of right predictions over the interval, 0 to 1 */
  accuracy: z.number(),
  perplexity: measureSchema,
  validationLoss: measureSchema.optional(),
  validationAccuracy: z.number().optional(),
  validationPerplexity: measureSchema.optional(),
  validationBitsPerCharacter: measureSchema.optional(),
  learningRate: z.number(),
  /** global norm of the last step's gradients, before clipping */
  gradientNorm: measureSchema,
  symbolsPerSecond: z.number(),
  /** training time so far, over all sessions of the run */
  seconds: z.number(),
  /** told from steps that were measured; 0 as long as those are too few, and after the last step */
  secondsLeft: z.number(),
  /** resident memory of the worker, bytes */
  memory: z.int(),
});
export type Report = z.infer<typeof reportSchema>;

/** Most reports that one tells with itself. */
export const REPORTS_AT_ONCE = 200;

/** What is told of a run's reports: at most ten times a second, each time all since the time before. */
export const reportsSchema = z.strictObject({
  report: reportSchema,
  /** those before it that were not told by themselves, by rising step */
  before: z.array(reportSchema).max(REPORTS_AT_ONCE).optional(),
  /** step of the report that was told last before these; whoever lacks that one missed some */
  after: z.int().optional(),
});
export type Reports = z.infer<typeof reportsSchema>;

const shownSymbol = shownText(LONGEST.shownSymbol);
const stretch = shownText(LONGEST.lines);

/** One line of samples.jsonl: what the model says at a step. */
export const sampleSchema = z.strictObject({
  step: z.int(),
  predictions: z
    .array(
      z.strictObject({
        context: z.array(shownSymbol).max(100),
        predicted: shownSymbol,
        expected: shownSymbol,
        /** of the predicted symbol */
        probability: z.number(),
      }),
    )
    .max(100),
  prompt: stretch,
  story: stretch,
  /** of the contexts that were pinned then, with the weights after the step */
  pinned: z.array(pinnedSchema).max(MOST_PINS).optional(),
});
export type Sample = z.infer<typeof sampleSchema>;

/** A first line tried out on a run's newest checkpoint. */
export const attemptSchema = z.strictObject({
  /** of the checkpoint */
  step: z.int(),
  prompt: stretch,
  /** of the prompt, as the run's model sees them */
  symbols: listOf(promptSymbolSchema, LONGEST.lines),
  /** what it tells on, as a sample's story */
  story: stretch,
});
export type Attempt = z.infer<typeof attemptSchema>;

/** The checkpoints of a run that are on the disk, by rising step: earlier ones are thinned out as it goes on. */
export const checkpointsSchema = z.strictObject({ steps: z.array(z.int()) });

export const runStatuses = ['queued', 'running', 'paused', 'stopped', 'done', 'failed'] as const;
export const runStatusSchema = z.enum(runStatuses);
export type RunStatus = z.infer<typeof runStatusSchema>;

/** Which engine computes, and why not a better one. */
export const engineSchema = z.strictObject({
  engine: z.enum(['tensorflow', 'portable']),
  backend: z.string().max(LONGEST.word),
  device: z.enum(['cpu', 'gpu']),
  /** `TensorFlow 2.21.0 on CPU, 2 threads` */
  label: shownText(LONGEST.sentence),
  /** why not the better one; empty where it is the best */
  reason: saidSchema,
});
export type Engine = z.infer<typeof engineSchema>;

/** The measurement on the validation text whose loss was lowest. */
export const bestSchema = z.strictObject({
  step: z.int(),
  validationLoss: z.number(),
  validationBitsPerCharacter: measureSchema.optional(),
});
export type Best = z.infer<typeof bestSchema>;

/** run.json: one training. */
export const runSchema = z.strictObject({
  version: z.literal(versionOf('run')),
  id: idSchema,
  name: nameSchema,
  corpus: z.strictObject({
    id: idSchema,
    name: z.string().max(LONGEST.name),
    sha256: sha256Schema,
    /** the files that it is made of, where it is of several, as they were when the run began */
    sources: z
      .array(sourceSchema.pick({ name: true, start: true }))
      .max(MOST_SOURCES)
      .optional(),
  }),
  preset: z.string().max(LONGEST.word).optional(),
  /** of a run that does not begin with chance */
  base: baseSchema.optional(),
  hyperparameters: hyperparametersSchema,
  /** by which its text is cut, to its end */
  cut: cutSchema,
  status: runStatusSchema,
  createdAt: dateSchema,
  startedAt: dateSchema.optional(),
  endedAt: dateSchema.optional(),
  /** steps done */
  step: z.int(),
  seconds: z.number(),
  vocabularySize: z.int().optional(),
  parameters: z.int().optional(),
  engine: engineSchema.optional(),
  /** what a step took there, timed before the first */
  stepMilliseconds: z.number().positive().optional(),
  best: bestSchema.optional(),
  last: reportSchema.optional(),
  /** over every window of the training text, measured after training */
  final: z
    .strictObject({
      loss: z.number(),
      accuracy: z.number(),
      perplexity: z.number(),
      bitsPerCharacter: measureSchema.optional(),
    })
    .optional(),
  /** said when training began: too little text, a doubtful setting */
  warnings: z.array(plainErrorSchema).max(100).optional(),
  /** the model it left; the same id as the run */
  model: idSchema.optional(),
  lesson: lessonSchema.optional(),
  /** step of the report at which it stands until somebody lets it go on */
  waitsAt: z.int().optional(),
  error: plainErrorSchema.optional(),
});
export type Run = z.infer<typeof runSchema>;
