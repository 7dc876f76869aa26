import * as tf from '@tensorflow/tfjs-core';
import type { Variable, VariableSpec } from '../arithmetic.ts';

/** A variable as the tensor that holds its present values. */
export class PortableVariable implements Variable {
  readonly shape: readonly number[];
  readonly gates: boolean;
  readonly byRows: boolean;
  private held: tf.Tensor;

  constructor(spec: VariableSpec) {
    this.shape = spec.shape;
    this.gates = spec.gates;
    this.byRows = spec.byRows ?? false;
    this.held = tf.keep(
      typeof spec.values === 'number'
        ? tf.fill([...spec.shape], spec.values)
        : tf.tensor(spec.values.slice(), [...spec.shape], 'float32'),
    );
  }

  /** The present values; they belong to the variable. */
  get tensor(): tf.Tensor {
    return this.held;
  }

  get matrix(): tf.Tensor2D {
    return this.held as tf.Tensor2D;
  }

  /** Takes `values` over as the new values. */
  set(values: tf.Tensor): void {
    this.held.dispose();
    this.held = tf.keep(values);
  }

  values(): Float32Array {
    return Float32Array.from(this.held.dataSync<'float32'>());
  }

  assign(values: Float32Array): void {
    this.set(tf.tensor(values.slice(), [...this.shape], 'float32'));
  }

  dispose(): void {
    this.held.dispose();
  }
}
