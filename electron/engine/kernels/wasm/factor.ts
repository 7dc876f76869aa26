import type { Tensor } from '../arithmetic.ts';

/** A factor of all gradients, a scalar that JavaScript holds. */
export class Factor implements Tensor {
  readonly shape = [];
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  dispose(): void {
    // holds no memory
  }
}
