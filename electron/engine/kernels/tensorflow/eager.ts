import * as tf from '@tensorflow/tfjs-core';

/** A tensor inside TensorFlow: a number of the add-on's, outside tfjs' bookkeeping. Whoever holds it frees it. */
export type Handle = number;
type Shape = readonly number[];
interface Attribute {
  readonly name: string;
  readonly type: number;
  readonly value: unknown;
}
interface Described {
  readonly id: Handle;
  readonly shape: number[];
  readonly dtype: number;
}

/** What we use of the add-on of tfjs-node. */
interface Binding {
  readonly TF_FLOAT: number;
  readonly TF_INT32: number;
  readonly TF_INT64: number;
  readonly TF_BOOL: number;
  readonly TF_ATTR_STRING: number;
  readonly TF_ATTR_INT: number;
  readonly TF_ATTR_FLOAT: number;
  readonly TF_ATTR_BOOL: number;
  readonly TF_ATTR_TYPE: number;
  readonly TF_ATTR_SHAPE: number;
  isUsingGpuDevice(): boolean;
  createTensor(shape: number[], dtype: number, values: Float32Array | Int32Array): Handle;
  deleteTensor(handle: Handle): void;
  tensorDataSync(handle: Handle): Float32Array;
  executeOp(name: string, attributes: readonly Attribute[], inputs: readonly Handle[], outputs: number): Described[];
}

/** What we use of tfjs-node's backend. */
interface NodeBackend {
  readonly binding: Binding;
  getInputTensorIds(tensors: tf.Tensor[]): Handle[];
  createOutputTensor(described: Described): tf.Tensor;
}

const MAXIMUM_SCALARS = 256;

/**
 * TensorFlow's ops by name, called eagerly through tfjs-node's add-on: a third of the cost of the same op through
 * tfjs, and every op there is (www.tensorflow.org/api_docs/python/tf/raw_ops).
 */
export class Eager {
  readonly float: number;
  readonly int: number;
  /** the attribute `T` of most ops on floats */
  readonly T: Attribute;
  private readonly backend = tf.backend() as unknown as NodeBackend;
  private readonly binding: Binding = this.backend.binding;
  private readonly scalars = new Map<string, Handle>();

  constructor() {
    this.float = this.binding.TF_FLOAT;
    this.int = this.binding.TF_INT32;
    this.T = this.type('T', this.float);
  }

  readonly type = (name: string, value: number): Attribute => ({ name, type: this.binding.TF_ATTR_TYPE, value });
  readonly boolean = (name: string, value: boolean): Attribute => ({ name, type: this.binding.TF_ATTR_BOOL, value });
  readonly integer = (name: string, value: number): Attribute => ({ name, type: this.binding.TF_ATTR_INT, value });
  readonly number = (name: string, value: number): Attribute => ({ name, type: this.binding.TF_ATTR_FLOAT, value });
  readonly string = (name: string, value: string): Attribute => ({ name, type: this.binding.TF_ATTR_STRING, value });
  readonly shape = (name: string, value: Shape): Attribute => ({ name, type: this.binding.TF_ATTR_SHAPE, value });

  /** The boolean type's number, for attributes. */
  get bool(): number {
    return this.binding.TF_BOOL;
  }

  get onGpu(): boolean {
    return this.binding.isUsingGpuDevice();
  }

  /** Runs an op; the caller frees its outputs. */
  run(name: string, attributes: readonly Attribute[], inputs: readonly Handle[], outputs: number): Handle[] {
    const described = this.binding.executeOp(name, attributes, inputs, outputs);
    return described.map(({ id }) => id);
  }

  free(handles: readonly Handle[]): void {
    for (const handle of handles) this.binding.deleteTensor(handle);
  }

  /** The handle of a tfjs tensor; it stays the tensor's. */
  handle(tensor: tf.Tensor): Handle {
    return this.backend.getInputTensorIds([tensor])[0];
  }

  /** A tfjs tensor over a handle of that shape, which it takes over. */
  tensor<T extends tf.Tensor>(id: Handle, shape: Shape, dtype = this.float): T {
    return this.backend.createOutputTensor({ id, shape: [...shape], dtype }) as T;
  }

  floats(values: Float32Array, shape: Shape): Handle {
    return this.binding.createTensor([...shape], this.float, values);
  }

  ints(values: Int32Array, shape: Shape = [values.length]): Handle {
    return this.binding.createTensor([...shape], this.int, values);
  }

  /** Values of a handle, copied. */
  read(handle: Handle): Float32Array {
    return Float32Array.from(this.binding.tensorDataSync(handle));
  }

  /** A float scalar, kept for the next who asks. */
  scalar(value: number): Handle {
    return this.kept(`float ${value}`, () => this.floats(Float32Array.of(value), []));
  }

  /** An int32 scalar, kept. */
  index(value: number): Handle {
    return this.kept(`int ${value}`, () => this.ints(Int32Array.of(value), []));
  }

  /** An int32 vector, kept: a shape or axes. */
  vector(values: Shape): Handle {
    return this.kept(`ints ${values.join()}`, () => this.ints(Int32Array.from(values)));
  }

  /** Zeros of that shape, kept. */
  zeros(shape: Shape): Handle {
    return this.kept(`zeros ${shape.join()}`, () => {
      const attributes = [this.T, this.type('index_type', this.int)];
      return this.run('Fill', attributes, [this.vector(shape), this.scalar(0)], 1)[0];
    });
  }

  /** An int64 scalar, kept: tfjs-node makes and leaks such a tensor at every use, the op `Size` makes it once. */
  length(value: number): Handle {
    return this.kept(`length ${value}`, () => {
      const list = this.floats(new Float32Array(value), [value]);
      const [size] = this.run('Size', [this.T, this.type('out_type', this.binding.TF_INT64)], [list], 1);
      this.free([list]);
      return size;
    });
  }

  dispose(): void {
    this.free([...this.scalars.values()]);
    this.scalars.clear();
  }

  private kept(key: string, create: () => Handle): Handle {
    let handle = this.scalars.get(key);
    if (handle === undefined) {
      if (this.scalars.size >= MAXIMUM_SCALARS) this.evictOldest();
      handle = create();
    } else this.scalars.delete(key);
    // last used stands last, so that what an op is about to read is never evicted
    this.scalars.set(key, handle);
    return handle;
  }

  /** A schedule asks for a new learning rate at every step: the half not used for longest goes. */
  private evictOldest(): void {
    const oldest = [...this.scalars].slice(0, MAXIMUM_SCALARS / 2);
    for (const [key, handle] of oldest) {
      this.free([handle]);
      this.scalars.delete(key);
    }
  }
}
