import type { Machine } from './machine.ts';

/** Columns lie in groups of eight, the last one filled up with zeros: a vector of numbers never crosses an edge. */
export const PANEL = 8;
export const FLOAT = 4;
export const PANEL_BYTES = PANEL * FLOAT;

export const panelsOf = (columns: number): number => Math.ceil(columns / PANEL);
/** Bytes of a row of that many columns. */
export const strideOf = (columns: number): number => panelsOf(columns) * PANEL_BYTES;

/** A block of a machine's memory that several may hold. */
export class Storage {
  readonly at: number;
  private readonly machine: Machine;
  private holders = 1;

  constructor(machine: Machine, bytes: number) {
    this.machine = machine;
    this.at = machine.heap.allocate(bytes);
  }

  static zeros(machine: Machine, bytes: number): Storage {
    const storage = new Storage(machine, bytes);
    machine.heap.floats.fill(0, storage.at / FLOAT, (storage.at + bytes) / FLOAT);
    return storage;
  }

  static ints(machine: Machine, values: Int32Array): Storage {
    const storage = new Storage(machine, values.byteLength);
    machine.heap.ints.set(values, storage.at / FLOAT);
    return storage;
  }

  hold(): this {
    this.holders++;
    return this;
  }

  release(): void {
    if (--this.holders === 0) this.machine.heap.release(this.at);
  }
}
