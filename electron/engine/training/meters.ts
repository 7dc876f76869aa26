import type { StepMetrics } from '../model/index.ts';

/** Sums over an interval of steps, as plain JSON. */
export interface IntervalSums {
  lossSum: number;
  correct: number;
  count: number;
}

/** Mean loss and accuracy since the last report. */
export class IntervalMeter {
  private sums: IntervalSums = { lossSum: 0, correct: 0, count: 0 };

  add({ lossSum, correct, count }: StepMetrics): void {
    this.sums.lossSum += lossSum;
    this.sums.correct += correct;
    this.sums.count += count;
  }

  /** Means of the interval, which then begins anew. */
  take(): { loss: number; accuracy: number; count: number } {
    const { lossSum, correct, count } = this.sums;
    this.sums = { lossSum: 0, correct: 0, count: 0 };
    return { loss: lossSum / count, accuracy: correct / count, count };
  }

  state(): IntervalSums {
    return { ...this.sums };
  }

  restore(sums: IntervalSums): void {
    this.sums = { ...sums };
  }
}

/** Weight of the newest interval of one second in the mean pace; shorter intervals weigh less. */
const NEWEST = 0.2;

/** How fast the training goes: an exponential mean, so that a slow start or a pause of the machine is soon forgotten. */
export class Pace {
  private secondsPerStep: number | undefined;
  private symbolsPerStep = 0;
  private lastSeconds: number;
  private lastStep: number;

  constructor(step: number, seconds: number) {
    this.lastStep = step;
    this.lastSeconds = seconds;
  }

  /**
   * @param step steps done
   * @param seconds training time so far
   * @param symbols symbols read since the last call
   */
  mark(step: number, seconds: number, symbols: number): void {
    const steps = step - this.lastStep;
    const elapsed = seconds - this.lastSeconds;
    if (steps <= 0) return;
    const weight = this.secondsPerStep === undefined ? 1 : 1 - (1 - NEWEST) ** Math.max(elapsed, 0.05);
    this.secondsPerStep = (1 - weight) * (this.secondsPerStep ?? 0) + (weight * elapsed) / steps;
    this.symbolsPerStep = symbols / steps;
    this.lastStep = step;
    this.lastSeconds = seconds;
  }

  /** Symbols read per second; 0 before the first mark. */
  symbolsPerSecond(): number {
    return this.secondsPerStep ? this.symbolsPerStep / this.secondsPerStep : 0;
  }

  /** Seconds that `steps` more will take. */
  secondsFor(steps: number): number {
    return steps * (this.secondsPerStep ?? 0);
  }
}
