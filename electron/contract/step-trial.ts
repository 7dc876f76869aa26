import * as z from 'zod';
import { hyperparametersSchema } from './hyperparameters.ts';
import { saidSchema } from './message.ts';
import { engineSchema } from './run.ts';

/** A network whose steps are to be tried on a device. */
export const triedNetworkSchema = z.strictObject({
  hyperparameters: hyperparametersSchema,
  vocabularySize: z.int().min(1),
  device: engineSchema.shape.device,
});
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
