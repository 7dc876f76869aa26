import * as z from 'zod';
import { idSchema, measureSchema, nameSchema } from '../common.ts';
import { dictionarySchema } from '../dictionary.ts';
import { pinSchema } from '../lesson.ts';
import { attemptSchema } from '../run.ts';
import { stepTrialSchema, timedNetworkSchema, timingSchema, triedNetworkSchema } from '../step-trial.ts';
import { traceSchema } from '../trace.ts';
import { path } from './parts.ts';

/** The model that a run left, and its figures over the text. */
const finishedRun = z.strictObject({
  model: idSchema,
  modelPath: path,
  steps: z.int(),
  seconds: z.number(),
  loss: z.number(),
  accuracy: z.number(),
  perplexity: z.number(),
  bitsPerCharacter: measureSchema,
});

/** Jobs over trainings. */
export const runJobs = {
  /** train the run of that id, from its newest whole checkpoint where it has one */
  train: {
    input: z.strictObject({ workspace: path, run: idSchema, resume: z.boolean() }),
    result: finishedRun,
  },
  /** what a step of a network takes on a device; wants a process of its own */
  tryStep: { input: triedNetworkSchema, result: stepTrialSchema },
  /** what a step of a network takes on the engine that its run would get */
  timeStep: { input: timedNetworkSchema.extend({ workspace: path }), result: timingSchema },
  /** make a model of the checkpoints of a run that nobody trains */
  keep: { input: z.strictObject({ workspace: path, run: idSchema }), result: finishedRun },
  /** make a model of its own of one checkpoint, whether the run is trained meanwhile or not */
  keepCheckpoint: {
    input: z.strictObject({ workspace: path, run: idSchema, step: z.int().min(1), model: idSchema, name: nameSchema }),
    result: finishedRun,
  },
  /** a short story of a run's newest checkpoint, while it trains or waits; an unknown word stays as written */
  attempt: {
    input: z.strictObject({ workspace: path, run: idSchema, prompt: z.string() }),
    result: attemptSchema,
  },
  /** whether a context can be pinned in a run: the words in it that its vocabulary lacks, and the symbols that are read */
  pin: {
    input: z.strictObject({ workspace: path, run: idSchema, pin: pinSchema }),
    result: z.strictObject({ unknown: z.array(z.string()), symbols: z.int() }),
  },
  /** the numbers that a run's text was made of */
  dictionary: { input: z.strictObject({ workspace: path, run: idSchema }), result: dictionarySchema },
  /** follow a context through the network of the run's checkpoint that is nearest to a step; at step 0, before it learnt */
  trace: {
    input: z.strictObject({ workspace: path, run: idSchema, step: z.int(), pin: pinSchema }),
    result: traceSchema,
  },
} as const;
