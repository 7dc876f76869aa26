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

/** What a second of training still weighs after another second. */
const KEPT = 0.8;

/** Steps that tell how long others will take. */
const FEW_STEPS = 5;

/**
 * How fast the training goes lately: a slow start, the first step of a session above all, is soon forgotten. The time
 * left is told from a longer stretch, which holds as many validations and checkpoints as the steps to come do.
 */
export class Pace {
  private readonly stretch: number;
  private readonly begun: { readonly step: number; readonly seconds: number };
  /** the reports of the stretch, from the first of the session on */
  private readonly passed: { readonly step: number; readonly seconds: number }[] = [];
  private steps = 0;
  private seconds = 0;
  private symbolsPerStep = 0;
  private marks = 0;
  private lastSeconds: number;
  private lastStep: number;

  /** @param stretch steps from which the time left is told; all since the first report where that is left out */
  constructor(step: number, seconds: number, stretch = Infinity) {
    this.stretch = stretch;
    this.begun = { step, seconds };
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
    // the first interval holds the warming up of the engine: it counts only while there is no other
    const kept = this.marks++ === 1 ? 0 : KEPT ** elapsed;
    this.steps = kept * this.steps + steps;
    this.seconds = kept * this.seconds + elapsed;
    this.symbolsPerStep = symbols / steps;
    this.lastStep = step;
    this.lastSeconds = seconds;
    this.passed.push({ step, seconds });
    while (this.passed.length > 2 && this.passed[1].step <= step - this.stretch) this.passed.shift();
  }

  /** Symbols read per second; 0 before the first mark. */
  symbolsPerSecond(): number {
    return this.seconds > 0 ? (this.symbolsPerStep * this.steps) / this.seconds : 0;
  }

  /** Whether some steps were measured after the first report, from which a time can be told. */
  get known(): boolean {
    return this.passed.length > 1 && this.lastStep - this.passed[0].step >= FEW_STEPS;
  }

  /** Seconds that `steps` more will take, with the validations, stories and checkpoints among them; 0 before the first mark. */
  secondsFor(steps: number): number {
    const from = this.passed.length > 1 ? this.passed[0] : this.begun;
    const made = this.lastStep - from.step;
    return made > 0 ? (steps * (this.lastSeconds - from.seconds)) / made : 0;
  }
}
