import * as tf from '@tensorflow/tfjs-core';
import {
  Ops,
  TYPE,
  type Attribute,
  type Changing,
  type Fed,
  type Handle,
  type Shape,
  type StoredVariable,
} from './ops.ts';

interface Described {
  readonly id: Handle;
}

/** What we use of the add-on of tfjs-node. */
interface Binding {
  isUsingGpuDevice(): boolean;
  createTensor(shape: number[], dtype: number, values: Float32Array | Int32Array): Handle;
  deleteTensor(handle: Handle): void;
  tensorDataSync(handle: Handle): Float32Array | Uint8Array;
  executeOp(name: string, attributes: readonly Attribute[], inputs: readonly Handle[], outputs: number): Described[];
  loadSavedModel(folder: string, tags: string): number;
  deleteSavedModel(session: number): void;
  runSavedModel(session: number, inputs: readonly Handle[], names: string, outputs: string): Described[];
}

const MAXIMUM_KEPT = 256;

/** Ops called one by one through tfjs-node's add-on: a third of the cost of the same op through tfjs, and every op there is. */
export class Eager extends Ops {
  readonly binding = (tf.backend() as unknown as { binding: Binding }).binding;
  private readonly constants = new Map<string, Handle>();
  private readonly scratches = new Map<string, Handle>();

  get onGpu(): boolean {
    return this.binding.isUsingGpuDevice();
  }

  run(name: string, attributes: readonly Attribute[], inputs: readonly Handle[], outputs: number): Handle[] {
    return this.binding.executeOp(name, attributes, inputs, outputs).map(({ id }) => id);
  }

  free(handles: readonly Handle[]): void {
    for (const handle of handles) this.binding.deleteTensor(handle);
  }

  floats(values: Float32Array, shape: Shape): Handle {
    return this.binding.createTensor([...shape], TYPE.float, values);
  }

  ints(values: Int32Array, shape: Shape = [values.length]): Handle {
    return this.binding.createTensor([...shape], TYPE.int, values);
  }

  /** Values of a handle, copied; true is 1. */
  read(handle: Handle): Float32Array {
    const values = this.binding.tensorDataSync(handle);
    return values instanceof Float32Array ? values : Float32Array.from(values);
  }

  values(variable: StoredVariable): Handle {
    return variable.read();
  }

  resource(variable: StoredVariable): Handle {
    return variable.resource;
  }

  readsRows({ byRows, away }: StoredVariable): boolean {
    return byRows && !away;
  }

  rowsAway(variable: StoredVariable, ids: Handle): Handle | null {
    return variable.byRows && variable.away ? variable.rowsAway(ids) : null;
  }

  letGo(variable: StoredVariable): void {
    variable.letGo();
  }

  scratch(shape: Shape): Handle {
    const key = shape.join();
    let resource = this.scratches.get(key);
    if (resource === undefined) {
      resource = this.createResource(shape);
      const dims = this.ints(Int32Array.from(shape));
      const [zeros] = this.run('Fill', [this.T, this.type('index_type', TYPE.int)], [dims, this.scalar(0)], 1);
      this.run('AssignVariableOp', [this.type('dtype', TYPE.float)], [resource, zeros], 0);
      this.free([dims, zeros]);
      this.scratches.set(key, resource);
    }
    return resource;
  }

  changing(_: Changing, value: number): Handle {
    return this.scalar(value);
  }

  fed(_: Fed, values: Int32Array, shape?: Shape): Handle {
    // TensorFlow goes on reading the array it is given, so it gets its own
    return this.ints(values.slice(), shape);
  }

  corrections(values: Float32Array, shape: Shape): Handle {
    return this.floats(values.slice(), shape);
  }

  seed(value: number): Handle {
    return this.ints(Int32Array.of(value), []);
  }

  after(handle: Handle): Handle {
    return handle;
  }

  /** Ops run one after the other. */
  stretches(steps: number): readonly number[] {
    return [steps];
  }

  notePieces(): void {
    // nothing is read piece by piece
  }

  piecesOf(): undefined {
    return undefined;
  }

  /** A new resource variable, which holds nothing yet. */
  createResource(shape: Shape): Handle {
    const attributes = [
      this.type('dtype', TYPE.float),
      this.shape('shape', shape),
      this.string('container', ''),
      this.string('shared_name', `variable_${process.pid}_${created++}`),
    ];
    return this.run('VarHandleOp', attributes, [], 1)[0];
  }

  destroyResource(resource: Handle): void {
    this.run('DestroyResourceOp', [this.boolean('ignore_lookup_error', true)], [resource], 0);
    this.free([resource]);
  }

  dispose(): void {
    this.free([...this.constants.values()]);
    this.constants.clear();
    this.disposeScratches();
  }

  disposeScratches(): void {
    this.scratches.forEach((resource) => this.destroyResource(resource));
    this.scratches.clear();
  }

  protected kept(key: string, create: () => Handle): Handle {
    let handle = this.constants.get(key);
    if (handle === undefined) {
      if (this.constants.size >= MAXIMUM_KEPT) this.evictOldest();
      handle = create();
    } else this.constants.delete(key);
    // last used stands last, so that what an op is about to read is never evicted
    this.constants.set(key, handle);
    return handle;
  }

  /** A schedule asks for a new learning rate at every step: the half not used for longest goes. */
  private evictOldest(): void {
    const oldest = [...this.constants].slice(0, MAXIMUM_KEPT / 2);
    for (const [key, handle] of oldest) {
      this.free([handle]);
      this.constants.delete(key);
    }
  }
}

let created = 0;
