import * as z from 'zod';
import { engineVariantSchema, machineSchema } from '../machine.ts';
import { path } from './parts.ts';

/** Jobs over this machine and its engine. */
export const machineJobs = {
  /** download TensorFlow, and prove that it computes here; progress in shares of the whole. Wants a process of its own.
   * `index`: where from; '' where it is found out; `folder`: of the wheels, and nothing else is asked */
  bring: {
    input: z.strictObject({ variant: engineVariantSchema, index: z.string(), folder: path.optional() }),
    result: z.strictObject({ engine: z.string() }),
  },
  /** remove what was brought for this installation, where no other uses it */
  dismiss: { input: z.strictObject({}), result: z.strictObject({}) },
  /** load the engine, look at the machine, measure a small step */
  probe: {
    input: z.strictObject({ measure: z.boolean(), workspace: path }),
    result: machineSchema,
  },
} as const;
