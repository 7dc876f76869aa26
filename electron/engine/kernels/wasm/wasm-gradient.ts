import type { Gradient } from '../arithmetic.ts';
import { inRows, multiply, type Left } from './products.ts';
import { FLOAT, PANEL, panelsOf, Storage } from './storage.ts';
import type { WasmVariable } from './wasm-variable.ts';

/** Rows side by side: `at` the first one's address. */
export interface Rows {
  readonly storage: Storage;
  readonly at: number;
  readonly stride: number;
}

/** Rows of two factors up to which it is quicker to measure their product without working it out. */
const THIN = 8;

/** A gradient that lies as its variable does. */
export class WholeGradient implements Gradient {
  readonly storage: Storage;
  readonly size: number;

  constructor(storage: Storage, size: number) {
    this.storage = storage;
    this.size = size;
  }

  dispose(): void {
    this.storage.release();
  }
}

/** A gradient of some rows, each named once; rows lie one after the other. */
export class RowsGradient implements Gradient {
  readonly storage: Storage;
  /** int32 [count] */
  readonly names: Storage;
  readonly count: number;
  readonly stride: number;

  constructor(storage: Storage, names: Storage, count: number, stride: number) {
    this.storage = storage;
    this.names = names;
    this.count = count;
    this.stride = stride;
  }

  dispose(): void {
    this.storage.release();
    this.names.release();
  }
}

/** A gradient that is leftᵀ · right · scale, both of `rows` rows: worked out only while it is applied, where that pays. */
export class ProductGradient implements Gradient {
  readonly left: Rows;
  readonly right: Rows;
  readonly rows: number;
  readonly scale: number;
  readonly variable: WasmVariable;
  private written: Storage | null = null;

  /** @param rows of both sides; the left one's columns are the rows of the variable */
  constructor(variable: WasmVariable, left: Rows, right: Rows, rows: number, scale: number) {
    this.variable = variable;
    this.rows = rows;
    this.scale = scale;
    this.left = { ...left, storage: left.storage.hold() };
    this.right = { ...right, storage: right.storage.hold() };
  }

  /** The left side as products take it. */
  get leftSide(): Left {
    const { left, rows, variable, scale } = this;
    return { at: left.at, stride: left.stride, transposed: true, rows: variable.rows, depth: rows, scale };
  }

  /** What it comes to, where it has been worked out. */
  get whole(): WholeGradient | null {
    return this.written && new WholeGradient(this.written, this.variable.size);
  }

  /** Works it out, once; the result stays this gradient's. */
  write(): WholeGradient {
    const { variable, right } = this;
    const { machine, size, rows, stride, panelStride, panels } = variable;
    if (!this.written) {
      const isFull = rows % PANEL === 0;
      this.written = isFull ? new Storage(machine, size * FLOAT) : Storage.zeros(machine, size * FLOAT);
      const out = { at: this.written.at, stride, panelStride };
      multiply(machine, this.leftSide, inRows(right.at, right.stride), panels, out);
    }
    return new WholeGradient(this.written, size);
  }

  get isThin(): boolean {
    return this.rows <= THIN;
  }

  /** Arguments of the kernel that measures it as it is. */
  get factors(): number[] {
    const { left, right, variable, rows } = this;
    const width = panelsOf(variable.rows) * PANEL;
    return [left.at, left.stride, width, right.at, right.stride, variable.panels * PANEL, rows];
  }

  dispose(): void {
    this.left.storage.release();
    this.right.storage.release();
    this.written?.release();
  }
}

export type WasmGradient = WholeGradient | RowsGradient | ProductGradient;
