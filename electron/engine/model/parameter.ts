import type { Variable } from '../kernels/arithmetic.ts';

/** A named array of numbers that a checkpoint or a saved model holds, in the layout that Keras speaks. */
export interface Parameter {
  readonly name: string;
  readonly shape: number[];
  readonly size: number;
  /** A copy of the values, row by row. */
  values(): Float32Array;
  /** Replaces all values. */
  assign(values: Float32Array): void;
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, n) => product * n, 1);

/** A parameter over variables whose rows stand one below the other. */
export class StackedParameter implements Parameter {
  readonly name: string;
  readonly shape: number[];
  readonly size: number;
  readonly parts: readonly Variable[];

  constructor(name: string, parts: readonly Variable[]) {
    const rows = parts.reduce((sum, part) => sum + part.shape[0], 0);
    this.name = name;
    this.parts = parts;
    this.shape = [rows, ...parts[0].shape.slice(1)];
    this.size = sizeOf(this.shape);
  }

  values(): Float32Array {
    const values = new Float32Array(this.size);
    let offset = 0;
    for (const part of this.parts) {
      values.set(part.values(), offset);
      offset += sizeOf(part.shape);
    }
    return values;
  }

  assign(values: Float32Array): void {
    if (values.length !== this.size)
      throw new RangeError(`${this.name} holds ${this.size} numbers, ${values.length} were given`);
    let offset = 0;
    for (const part of this.parts) {
      const size = sizeOf(part.shape);
      part.assign(values.subarray(offset, offset + size));
      offset += size;
    }
  }
}
