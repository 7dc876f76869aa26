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

/** Sums that stay on the device between reports, so that a step never waits for them. */
export class DeviceMetrics {
  private sums: tf.Tensor1D | null = null;
  private norm: tf.Scalar | null = null;
  private count = 0;

  /** Adds one step; takes `norm` over. */
  add(loss: tf.Scalar, correct: tf.Scalar, count: number, norm: tf.Scalar | null): void {
    const step = tf.stack([loss, correct]) as tf.Tensor1D;
    const sums = this.sums ? tf.add<tf.Tensor1D>(this.sums, step) : step;
    tf.dispose([this.norm ?? [], this.sums ?? []]);
    if (sums !== step) step.dispose();
    this.sums = tf.keep(sums);
    this.norm = norm && tf.keep(norm);
    this.count += count;
  }

  /** Reads the sums since the last `take` and lets them stand. */
  peek(): StepMetrics {
    const [lossSum, correct] = this.sums?.dataSync() ?? [0, 0];
    const gradientNorm = this.norm?.dataSync()[0] ?? null;
    return { lossSum, correct, count: this.count, gradientNorm };
  }

  /** Reads the sums since the last reading and starts anew. */
  take(): StepMetrics {
    const metrics = this.peek();
    this.dispose();
    return metrics;
  }

  /** Goes on from what `peek` read: float32 sums depend on their order, and a resumed run must sum in the same one. */
  restore({ lossSum, correct, count, gradientNorm }: StepMetrics): void {
    this.dispose();
    if (count > 0) this.sums = tf.keep(tf.tensor1d([lossSum, correct]));
    if (gradientNorm !== null) this.norm = tf.keep(tf.scalar(gradientNorm));
    this.count = count;
  }

  dispose(): void {
    tf.dispose([this.norm ?? [], this.sums ?? []]);
    this.sums = null;
    this.norm = null;
    this.count = 0;
  }
}
