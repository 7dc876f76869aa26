import type { Tensor } from '../kernels/arithmetic.ts';
import type { Batch, StepResult } from '../kernels/compiled-step.ts';
import type { DrawnCandidates } from '../kernels/candidates.ts';
import type { Kernels } from '../kernels/kernels.ts';

export interface StepMetrics {
  /** summed cross-entropy, in nats */
  readonly lossSum: number;
  /** predictions whose target had the greatest logit */
  readonly correct: number;
  /** predictions in all */
  readonly count: number;
  /** norm of the last step's gradient before clipping; null where nothing is clipped */
  readonly gradientNorm: number | null;
}

/** Steps whose sums wait on the device before they are read: a GPU is not waited for at every step. */
const PENDING_STEPS = 64;

type Sums = Pick<StepResult, 'loss' | 'correct' | 'norm'>;

/**
 * What the losses over candidates say of the loss over all symbols. There a target counts by the chance that it was
 * drawn, as the others do; but it was there for certain, so in the sum of powers it counts once.
 */
export function lossOverAll(losses: Float32Array, { corrections, places }: DrawnCandidates): number {
  let sum = 0;
  for (let row = 0; row < losses.length; row++) {
    const chance = Math.exp(-corrections[places[row]]);
    sum += losses[row] - Math.log(chance) + Math.log1p(-Math.exp(-losses[row]) * (1 - chance));
  }
  return sum;
}

const isTensor = (value: Tensor | number | null): value is Tensor => typeof value === 'object' && value !== null;

/** Sums over steps in float64, read from the device now and then. */
export class RunningMetrics {
  private pending: { loss: Tensor; correct: Tensor; drawn: DrawnCandidates | undefined }[] = [];
  private norm: Tensor | number | null = null;
  private lossSum = 0;
  private correct = 0;
  private count = 0;
  private readonly kernels: Kernels;

  constructor(kernels: Kernels) {
    this.kernels = kernels;
  }

  /** Adds one step, all elements of its tensors; takes them over. */
  add({ loss, correct, norm }: Sums, { targets, drawn }: Batch): void {
    this.forgetNorm();
    this.norm = norm;
    this.pending.push({ loss, correct, drawn });
    this.count += targets.length;
    if (this.pending.length >= PENDING_STEPS) this.readPending();
  }

  /** Reads the sums since the last `take` and lets them stand. */
  peek(): StepMetrics {
    this.readPending();
    const gradientNorm = isTensor(this.norm) ? this.kernels.sum(this.norm) : this.norm;
    const { lossSum, correct, count } = this;
    return { lossSum, correct, count, gradientNorm };
  }

  /** Reads the sums since the last reading and starts anew. */
  take(): StepMetrics {
    const metrics = this.peek();
    this.restore({ lossSum: 0, correct: 0, count: 0, gradientNorm: null });
    return metrics;
  }

  /** Goes on from what `peek` read. */
  restore({ lossSum, correct, count, gradientNorm }: StepMetrics): void {
    this.dispose();
    this.lossSum = lossSum;
    this.correct = correct;
    this.count = count;
    this.norm = gradientNorm;
  }

  dispose(): void {
    this.disposePending();
    this.forgetNorm();
  }

  private readPending(): void {
    for (const { loss, correct, drawn } of this.pending) {
      this.lossSum += drawn ? lossOverAll(this.kernels.read(loss), drawn) : this.kernels.sum(loss);
      this.correct += this.kernels.sum(correct);
    }
    this.disposePending();
  }

  private disposePending(): void {
    for (const { loss, correct } of this.pending) [loss, correct].forEach((tensor) => tensor.dispose());
    this.pending = [];
  }

  private forgetNorm(): void {
    if (isTensor(this.norm)) this.norm.dispose();
    this.norm = null;
  }
}
