import type { Hyperparameters } from '../../contract/hyperparameters.ts';

/** Where a plateau schedule stands, as plain JSON. */
export interface ScheduleState {
  /** what plateaus have made of the learning rate: 1, 0.5, 0.25, … */
  factor: number;
  /** lowest loss observed so far */
  best: number | null;
  /** observations since then */
  waited: number;
}

/** An observation counts as better when it is lower than the best by this share. */
const BETTER = 0.002;
/** Observations without progress after which the learning rate is halved. */
const PATIENCE = 2;
/** Observations without progress that a state can hold. */
export const LONGEST_WAIT = PATIENCE - 1;
export const SMALLEST_FACTOR = 1 / 64;

/**
 * The learning rate of each step: `constant`; `cosine`, falling along half a cosine to zero after the last step
 * (Loshchilov and Hutter 2017, without restarts); `plateau`, halved whenever two observed losses in a row brought no
 * progress. Warm-up multiplies with a straight rise from zero.
 */
export class Schedule {
  private readonly h: Hyperparameters;
  private current: ScheduleState = { factor: 1, best: null, waited: 0 };

  constructor(h: Hyperparameters) {
    this.h = h;
  }

  /** @param step the step about to be made, from 1 */
  learningRate(step: number): number {
    const { learningRate, schedule, warmupSteps, steps } = this.h;
    const warmup = Math.min(1, step / (warmupSteps + 1));
    if (schedule === 'plateau') return learningRate * warmup * this.current.factor;
    if (schedule === 'constant' || step <= warmupSteps) return learningRate * warmup;
    const progress = (step - 1 - warmupSteps) / Math.max(1, steps - warmupSteps);
    return (learningRate * (1 + Math.cos(Math.PI * Math.min(1, progress)))) / 2;
  }

  /** Tells a plateau schedule a loss: of the validation text, or of the interval where there is none. */
  observe(step: number, loss: number): void {
    if (this.h.schedule !== 'plateau' || step <= this.h.warmupSteps) return;
    const { factor, best, waited } = this.current;
    if (best === null || loss < best * (1 - BETTER)) this.current = { factor, best: loss, waited: 0 };
    else if (waited + 1 < PATIENCE) this.current = { factor, best, waited: waited + 1 };
    else this.current = { factor: Math.max(SMALLEST_FACTOR, factor / 2), best, waited: 0 };
  }

  state(): ScheduleState {
    return { ...this.current };
  }

  restore(state: ScheduleState): void {
    this.current = { ...state };
  }
}
