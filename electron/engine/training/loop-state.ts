import * as z from 'zod';
import { HYPERPARAMETERS } from '../../contract/hyperparameter-table.ts';
import { reportSchema } from '../../contract/run.ts';
import { LONGEST_WAIT, SMALLEST_FACTOR } from './schedule.ts';
import type { LoopState } from './types.ts';

/** Thirty years. */
const MOST_SECONDS = 1e9;

const finite = z.number();
const loss = finite.min(0);
const step = z.int().min(1).max(HYPERPARAMETERS.steps.maximum);
const count = z.int().min(0);
const word = z
  .int()
  .min(0)
  .max(2 ** 32 - 1);

const sums = { lossSum: loss, correct: count, count };
const plausible = (sum: { correct: number; count: number }) => sum.correct <= sum.count;

/** The state of a checkpoint, as it comes from a disk: every number is finite and in its range. */
export const loopStateSchema: z.ZodType<LoopState> = z.strictObject({
  step,
  seconds: finite.min(0).max(MOST_SECONDS),
  data: z.strictObject({
    pass: count,
    position: count,
    random: z.union([z.tuple([word, word, word, word]), z.tuple([])]),
  }),
  schedule: z.strictObject({
    factor: finite.min(SMALLEST_FACTOR).max(1),
    best: loss.nullable(),
    waited: z.int().min(0).max(LONGEST_WAIT),
  }),
  guard: z.strictObject({ lossSum: loss, count, start: loss.nullable(), smoothed: loss.nullable() }),
  interval: z.strictObject(sums).refine(plausible),
  sinceEvaluation: z.strictObject(sums).refine(plausible),
  pending: z.strictObject({ ...sums, gradientNorm: finite.nullable() }).refine(plausible),
  best: z
    .strictObject({ step, validationLoss: loss, validationBitsPerCharacter: loss.nullable().optional() })
    .optional(),
  lastValidationLoss: loss.optional(),
  lastReport: reportSchema.optional(),
});
