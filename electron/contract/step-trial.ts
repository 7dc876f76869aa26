import * as z from 'zod';
import { hyperparametersSchema } from './hyperparameters.ts';
import { MOST_SYMBOLS } from './limits.ts';
import { saidSchema } from './message.ts';
import { engineSchema } from './run.ts';

/** A network whose steps are to be timed where its run would make them. */
export const timedNetworkSchema = z.strictObject({
  hyperparameters: hyperparametersSchema,
  vocabularySize: z.int().min(1).max(MOST_SYMBOLS),
});
export type TimedNetwork = z.infer<typeof timedNetworkSchema>;

/** What a step of it takes on this machine, and on which engine. */
export const stepTimedSchema = z.strictObject({
  engine: engineSchema.shape.engine,
  milliseconds: z.number().positive(),
});
export type StepTimed = z.infer<typeof stepTimedSchema>;

/** What came of it: nothing where steps are not timed, on a graphics card or where one would take too long. */
export const timingSchema = z.strictObject({ timed: stepTimedSchema.optional() });

/** A network whose steps are to be tried on a device. */
export const triedNetworkSchema = timedNetworkSchema.extend({ device: engineSchema.shape.device });
export type TriedNetwork = z.infer<typeof triedNetworkSchema>;

const milliseconds = z.number().positive().optional();

/** What a step took there on each engine that made one. */
export const stepTrialSchema = z.strictObject({
  tensorflow: milliseconds,
  portable: milliseconds,
  /** why TensorFlow made none */
  failure: saidSchema.optional(),
});
export type StepTrial = z.infer<typeof stepTrialSchema>;
