import type { Ids, Targets } from '../arithmetic.ts';
import type { Machine } from './machine.ts';
import { Storage } from './storage.ts';

/** Whole numbers in a machine's memory, which go with the work that they are made in. */
class Numbers {
  readonly values: Int32Array;
  private readonly storage: Storage;
  private disposed = false;

  constructor(machine: Machine, values: Int32Array) {
    this.values = values;
    this.storage = Storage.ints(machine, values);
    machine.scopes.add(this);
  }

  get at(): number {
    return this.storage.at;
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    this.storage.release();
  }
}

export class WasmIds extends Numbers implements Ids {
  readonly time: number;
  readonly lanes: number;

  constructor(machine: Machine, values: Int32Array, time: number, lanes: number) {
    super(machine, values);
    this.time = time;
    this.lanes = lanes;
  }
}

export class WasmTargets extends Numbers implements Targets {
  get rows(): number {
    return this.values.length;
  }
}
