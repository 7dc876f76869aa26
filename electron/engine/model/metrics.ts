import * as tf from '@tensorflow/tfjs-core';

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

/** Sum over a tensor's elements, waiting for the device; true counts 1. */
export function sumOf(tensor: tf.Tensor): number {
  let sum = 0;
  for (const value of tensor.dataSync()) sum += value;
  return sum;
}

/** Sums over steps in float64, read from the device now and then. */
export class RunningMetrics {
  private pending: [loss: tf.Tensor, correct: tf.Tensor][] = [];
  private norm: tf.Scalar | number | null = null;
  private lossSum = 0;
  private correct = 0;
  private count = 0;

  /** Adds one step, all elements of its tensors; takes them over. */
  add(loss: tf.Tensor, correct: tf.Tensor, count: number, norm: tf.Scalar | number | null): void {
    this.forgetNorm();
    this.norm = norm instanceof tf.Tensor ? tf.keep(norm) : norm;
    this.pending.push([tf.keep(loss), tf.keep(correct)]);
    this.count += count;
    if (this.pending.length >= PENDING_STEPS) this.readPending();
  }

  /** Reads the sums since the last `take` and lets them stand. */
  peek(): StepMetrics {
    this.readPending();
    const gradientNorm = this.norm instanceof tf.Tensor ? this.norm.dataSync()[0] : this.norm;
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
    tf.dispose(this.pending);
    this.pending = [];
    this.forgetNorm();
  }

  private readPending(): void {
    for (const [loss, correct] of this.pending) {
      this.lossSum += sumOf(loss);
      this.correct += sumOf(correct);
    }
    tf.dispose(this.pending);
    this.pending = [];
  }

  private forgetNorm(): void {
    if (this.norm instanceof tf.Tensor) this.norm.dispose();
    this.norm = null;
  }
}
