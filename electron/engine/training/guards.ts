import { AesopError } from '../../contract/errors.ts';
import type { StepMetrics } from '../model/index.ts';

/** What the guard remembers, as plain JSON. */
export interface LossGuardState {
  /** sums of the stretch being gathered */
  lossSum: number;
  count: number;
  /** mean loss of the first reading, or of guessing where that is higher */
  start: number | null;
  smoothed: number | null;
}

/** Values that are read when they are asked for. */
interface Held {
  readonly data: Float32Array;
}

/** A stretch is long enough to judge when it holds this many predictions: one window alone may cost anything. */
const PREDICTIONS = 400;
const EXPLODED = 3;

/**
 * Stops a training that diverges: at once when the loss or the gradients are no numbers, and after warm-up when the
 * smoothed loss is more than three times its start. The start is never taken lower than guessing costs, ln(classes).
 */
export class LossGuard {
  private readonly guessing: number;
  private readonly warmupSteps: number;
  private current: LossGuardState = { lossSum: 0, count: 0, start: null, smoothed: null };

  constructor(classes: number, warmupSteps: number) {
    this.guessing = Math.log(classes);
    this.warmupSteps = warmupSteps;
  }

  /**
   * @param step the step just made
   * @throws AesopError `loss-not-finite`, `loss-exploded`
   */
  check(step: number, metrics: StepMetrics, learningRate: number): void {
    const loss = metrics.lossSum / metrics.count;
    requireFinite(loss, step, learningRate);
    if (metrics.gradientNorm !== null) requireFinite(metrics.gradientNorm, step, learningRate);
    const stretch = this.current;
    stretch.start ??= Math.max(loss, this.guessing);
    stretch.lossSum += metrics.lossSum;
    stretch.count += metrics.count;
    if (stretch.count < PREDICTIONS) return;
    const mean = stretch.lossSum / stretch.count;
    const { start } = stretch;
    const smoothed = stretch.smoothed === null ? mean : (stretch.smoothed + mean) / 2;
    this.current = { lossSum: 0, count: 0, start, smoothed };
    if (step > this.warmupSteps && smoothed > EXPLODED * start)
      throw new AesopError('loss-exploded', {
        value: smoothed.toFixed(2),
        start: start.toFixed(2),
        step,
        learningRate: shown(learningRate),
      });
  }

  state(): LossGuardState {
    return { ...this.current };
  }

  restore(state: LossGuardState): void {
    this.current = { ...state };
  }
}

/** @throws AesopError `loss-not-finite` */
export function requireFinite(value: number, step: number, learningRate: number): void {
  if (!Number.isFinite(value))
    throw new AesopError('loss-not-finite', { value: String(value), step, learningRate: shown(learningRate) });
}

/** @throws AesopError `loss-not-finite` where a weight is no number: such a checkpoint must never replace a good one */
export function requireFiniteWeights(
  weights: Readonly<Record<string, Held>>,
  step: number,
  learningRate: number,
): void {
  for (const each of Object.values(weights)) requireFinite(sumOf(each), step, learningRate);
}

/**
 * A sum is finite only if every term is; a sum of finite float32 numbers cannot overflow a double. What was read for it is
 * let go with it, before the next is read.
 */
function sumOf({ data }: Held): number {
  let sum = 0;
  for (let k = 0; k < data.length; k++) sum += data[k];
  return sum;
}

function shown(learningRate: number): string {
  return String(Number(learningRate.toPrecision(3)));
}
