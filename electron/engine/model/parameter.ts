import type { Piece, Variable } from '../kernels/arithmetic.ts';

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

/** Rows and columns that are turned at once: what is read and what is written then stays in the processor's cache. */
const BLOCK = 32;

/** Values [.., columns] as columns of `turned` [columns, rows], from column `first` on. */
function turnInto(turned: Float32Array, { first, values }: Piece, rows: number, columns: number): void {
  const count = values.length / columns;
  for (let top = 0; top < count; top += BLOCK)
    for (let left = 0; left < columns; left += BLOCK)
      for (let row = top; row < Math.min(count, top + BLOCK); row++)
        for (let column = left; column < Math.min(columns, left + BLOCK); column++)
          turned[column * rows + first + row] = values[row * columns + column];
}

/** A parameter over variables whose rows stand one below the other. */
export class StackedParameter implements Parameter {
  readonly name: string;
  readonly shape: number[];
  readonly size: number;
  readonly parts: readonly Variable[];
  private readonly turned: boolean;

  /** @param turned whether the only part is kept transposed */
  constructor(name: string, parts: readonly Variable[], turned = false) {
    const rows = parts.reduce((sum, part) => sum + part.shape[0], 0);
    this.name = name;
    this.parts = parts;
    this.turned = turned;
    this.shape = turned ? [...parts[0].shape].reverse() : [rows, ...parts[0].shape.slice(1)];
    this.size = sizeOf(this.shape);
  }

  /** A parameter of the same form over other variables. */
  like(name: string, parts: readonly Variable[]): StackedParameter {
    return new StackedParameter(name, parts, this.turned);
  }

  values(): Float32Array {
    const [columns, rows] = this.shape;
    const [only, ...others] = this.parts;
    if (others.length === 0 && !this.turned) return only.values();
    const values = new Float32Array(this.size);
    if (this.turned) {
      for (const piece of only.pieces?.() ?? [{ first: 0, values: only.values() }])
        turnInto(values, piece, rows, columns);
      return values;
    }
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
    const [rows, columns] = this.shape;
    if (this.turned) {
      const turned = new Float32Array(this.size);
      turnInto(turned, { first: 0, values }, rows, columns);
      return this.parts[0].assign(turned);
    }
    let offset = 0;
    for (const part of this.parts) {
      const size = sizeOf(part.shape);
      part.assign(values.subarray(offset, offset + size));
      offset += size;
    }
  }
}
