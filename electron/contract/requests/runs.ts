import * as z from 'zod';
import { idSchema, nameSchema, nothingSchema } from '../common.ts';
import { dictionarySchema } from '../dictionary.ts';
import { partialHyperparametersSchema } from '../hyperparameters.ts';
import { languages } from '../languages.ts';
import { paces, pinSchema, pinsSchema } from '../lesson.ts';
import { LONGEST } from '../limits.ts';
import { attemptSchema, checkpointsSchema, reportSchema, runSchema, sampleSchema } from '../run.ts';
import { timedNetworkSchema } from '../step-trial.ts';
import { traceSchema } from '../trace.ts';
import { byId, job, rename, request } from './request.ts';

/** What is asked about trainings. */
export const runsRequests = {
  'runs.start': request(
    z.strictObject({
      corpus: idSchema,
      /** left out, it follows from what differs from the text's other runs, in `language` */
      name: nameSchema.optional(),
      language: z.enum(languages).default('en'),
      preset: z.string().max(40).optional(),
      /** the model that it learns on from, whose settings are then where it starts from, in place of a preset's */
      base: idSchema.optional(),
      /** what differs from the preset, or from what is proposed for the corpus */
      hyperparameters: partialHyperparametersSchema,
      /** contexts to be followed from before the first step on */
      pins: pinsSchema.default([]),
    }),
    runSchema,
  ),
  /** a job that times steps of a network being set up and ends with what they took; left off once something trains */
  'runs.time': request(timedNetworkSchema, job),
  'runs.pause': request(byId, nothingSchema),
  'runs.resume': request(z.strictObject({ id: idSchema, steps: z.int().min(1).optional() }), runSchema),
  /** ends a run under way; of one that is not, a job makes a model of its checkpoints and ends with the run */
  'runs.stop': request(byId, job.partial()),
  'runs.checkpoints': request(byId, checkpointsSchema),
  /**
   * a job that makes a model of its own of one checkpoint, also while the run trains on, and ends with its card; its name
   * says the step in `language`
   */
  'runs.keep': request(
    z.strictObject({ id: idSchema, step: z.int().min(1), language: z.enum(languages).default('en') }),
    job,
  ),
  'runs.rename': request(rename, runSchema),
  'runs.delete': request(byId, nothingSchema),
  'runs.restore': request(byId, runSchema),
  'runs.metrics': request(
    z.strictObject({ id: idSchema, points: z.int().min(10).max(10_000) }),
    z.strictObject({ reports: z.array(reportSchema), total: z.int() }),
  ),
  'runs.samples': request(byId, z.strictObject({ samples: z.array(sampleSchema) })),
  /** what the run would tell by now, out of its newest checkpoint */
  'runs.attempt': request(z.strictObject({ id: idSchema, prompt: z.string().max(LONGEST.attempt) }), attemptSchema),
  /** how the run goes on from report to report, also while it trains */
  'runs.pace': request(z.strictObject({ id: idSchema, pace: z.enum(paces) }), runSchema),
  /** lets a run go on that stands at a report */
  'runs.next': request(byId, nothingSchema),
  /** follows a context from the next report on; one that is pinned already stays as it is */
  'runs.pin': request(z.strictObject({ id: idSchema, pin: pinSchema }), runSchema),
  'runs.unpin': request(z.strictObject({ id: idSchema, text: pinSchema.shape.text }), runSchema),
  /** the numbers that the run's text was made of, its most frequent symbols and its beginning */
  'runs.dictionary': request(byId, dictionarySchema),
  /** how a context becomes chances, by the checkpoint nearest to a step, or at step 0 before anything was learnt */
  'runs.trace': request(z.strictObject({ id: idSchema, step: z.int().min(0), pin: pinSchema }), traceSchema),
} as const;
