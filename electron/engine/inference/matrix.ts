import type { Blocks } from './blocks.ts';
import { PANEL, type Multiply } from './product.ts';

const FLOAT_BYTES = 4;

const padded = (columns: number): number => Math.ceil(columns / PANEL) * PANEL;

/** Floats that an arena must hold for a matrix. */
export const matrixSize = (rows: number, columns: number): number => rows * padded(columns);
/** Floats that it must hold for `rows` vectors that a product writes. */
export const rowsSize = matrixSize;

/** Rows side by side in an arena; a row may be longer than what counts of it. */
export interface Rows {
  readonly values: Float32Array;
  /** floats from one row to the next */
  readonly stride: number;
}

/** Floats given out from the start of a block and never taken back. */
export class Arena {
  readonly multiply: Multiply;
  private readonly buffer: ArrayBufferLike;
  private used: number;

  /** @throws RangeError where there is not so much memory */
  constructor(floats: number, blocks: Blocks) {
    const { buffer, start, multiply } = blocks.allocate(floats * FLOAT_BYTES);
    this.multiply = multiply;
    this.buffer = buffer;
    this.used = start;
  }

  /** `count` rows of `columns` that a product of this arena may read or write. */
  rows(count: number, columns: number): Rows {
    const stride = padded(columns);
    return { values: this.floats(count * stride), stride };
  }

  matrix(rows: number, columns: number): Matrix {
    return new Matrix(this, this.floats(matrixSize(rows, columns)), rows, columns);
  }

  private floats(count: number): Float32Array {
    const floats = new Float32Array(this.buffer, this.used, count);
    this.used += floats.byteLength;
    return floats;
  }
}

/** A matrix [rows, columns] that vectors are multiplied with, in the order that `Multiply` reads. */
export class Matrix {
  readonly rows: number;
  readonly columns: number;
  private readonly arena: Arena;
  private readonly panels: Float32Array;

  constructor(arena: Arena, panels: Float32Array, rows: number, columns: number) {
    this.arena = arena;
    this.panels = panels;
    this.rows = rows;
    this.columns = columns;
  }

  /** @param at the value at a row and a column is values[row * at.row + column * at.column] */
  assign(values: Float32Array, at = { row: this.columns, column: 1 }): void {
    const { rows, columns, panels } = this;
    for (let row = 0; row < rows; row++) {
      let place = row * PANEL;
      for (let first = 0; first < columns; first += PANEL, place += rows * PANEL) {
        const count = Math.min(PANEL, columns - first);
        const from = row * at.row + first * at.column;
        for (let k = 0; k < count; k++) panels[place + k] = values[from + k * at.column];
      }
    }
  }

  /** Adds x · this to the rows of `y`, `count` of them from row `first` on; `x` starts at `xFirst`. */
  addProduct(x: Rows, y: Rows, { xFirst = 0, first = 0, count = 1 }): void {
    const bytes = (rows: Rows, from: number): number => rows.values.byteOffset + from * rows.stride * FLOAT_BYTES;
    this.arena.multiply(
      this.panels.byteOffset,
      this.rows,
      padded(this.columns) / PANEL,
      bytes(x, xFirst),
      x.stride * FLOAT_BYTES,
      bytes(y, first),
      y.stride * FLOAT_BYTES,
      count,
    );
  }
}
