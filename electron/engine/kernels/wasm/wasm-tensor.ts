import type { Tensor } from '../arithmetic.ts';
import type { Machine } from './machine.ts';
import { FLOAT, Storage, strideOf } from './storage.ts';

/** Rows of numbers in a machine's memory; all dimensions but the last count rows. */
export class WasmTensor implements Tensor {
  readonly shape: readonly number[];
  readonly machine: Machine;
  readonly storage: Storage;
  /** address of the first row */
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
  /** bytes from a row to the next */
  readonly stride: number;
  private disposed = false;

  /** Takes `storage` over; the rows begin `offset` bytes from its start. */
  constructor(machine: Machine, shape: readonly number[], storage: Storage, offset = 0) {
    this.machine = machine;
    this.shape = shape;
    this.storage = storage;
    this.at = storage.at + offset;
    this.columns = shape[shape.length - 1];
    this.rows = shape.slice(0, -1).reduce((product, n) => product * n, 1);
    this.stride = strideOf(this.columns);
    machine.scopes.add(this);
  }

  /** Content is anything. */
  static create(machine: Machine, shape: readonly number[]): WasmTensor {
    const rows = shape.slice(0, -1).reduce((product, n) => product * n, 1);
    return new WasmTensor(machine, shape, new Storage(machine, rows * strideOf(shape[shape.length - 1])));
  }

  /** @param values row by row */
  static of(machine: Machine, shape: readonly number[], values: ArrayLike<number>): WasmTensor {
    const tensor = WasmTensor.create(machine, shape);
    const { floats } = machine.heap;
    const { at, rows, columns, stride } = tensor;
    for (let row = 0; row < rows; row++) {
      const start = (at + row * stride) / FLOAT;
      for (let k = 0; k < columns; k++) floats[start + k] = values[row * columns + k];
      floats.fill(0, start + columns, start + stride / FLOAT);
    }
    return tensor;
  }

  static zeros(machine: Machine, shape: readonly number[]): WasmTensor {
    const tensor = WasmTensor.create(machine, shape);
    machine.heap.floats.fill(0, tensor.at / FLOAT, (tensor.at + tensor.bytes) / FLOAT);
    return tensor;
  }

  get bytes(): number {
    return this.rows * this.stride;
  }

  /** The same numbers, from a row on, in another shape whose last dimension is the same. */
  view(shape: readonly number[], row = 0): WasmTensor {
    return new WasmTensor(this.machine, shape, this.storage.hold(), this.at - this.storage.at + row * this.stride);
  }

  /** A copy of the values, row by row. */
  values(): Float32Array {
    const { floats } = this.machine.heap;
    const { at, rows, columns, stride } = this;
    const values = new Float32Array(rows * columns);
    for (let row = 0; row < rows; row++) {
      const start = (at + row * stride) / FLOAT;
      values.set(floats.subarray(start, start + columns), row * columns);
    }
    return values;
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    this.storage.release();
  }
}
