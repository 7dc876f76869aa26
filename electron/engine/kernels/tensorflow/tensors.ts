import type { Tensor } from '../arithmetic.ts';

/** The output of an op: a number of whoever runs or records the ops. Whoever holds it frees it. */
export type Handle = number;
export type Shape = readonly number[];

/** A tensor of TensorFlow with its shape. */
export class OpTensor implements Tensor {
  readonly handle: Handle;
  readonly shape: Shape;
  private readonly free: (handle: Handle) => void;
  private disposed = false;

  constructor(handle: Handle, shape: Shape, free: (handle: Handle) => void) {
    this.free = free;
    this.handle = handle;
    this.shape = shape;
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    this.free(this.handle);
  }
}

const isPlain = (value: object): boolean => Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;

function eachTensor(value: unknown, visit: (tensor: OpTensor) => void): void {
  if (value instanceof OpTensor) visit(value);
  else if (typeof value === 'object' && value !== null && isPlain(value))
    for (const part of Object.values(value)) eachTensor(part, visit);
}

/** Which tensors go when a piece of work ends. */
export class TensorScopes {
  /** tensors that are still to be disposed */
  live = 0;
  private readonly open: Set<OpTensor>[] = [];
  private readonly free: (handle: Handle) => void;

  constructor(free: (handle: Handle) => void) {
    this.free = (handle) => {
      this.live--;
      free(handle);
    };
  }

  /** A tensor over a handle of that shape, which it takes over. */
  create(handle: Handle, shape: Shape): OpTensor {
    const tensor = new OpTensor(handle, shape, this.free);
    this.live++;
    this.open.at(-1)?.add(tensor);
    return tensor;
  }

  /** See `Kernels.scoped`. */
  scoped<T>(work: () => T): T {
    const made = new Set<OpTensor>();
    this.open.push(made);
    let result: T | undefined;
    try {
      return (result = work());
    } finally {
      this.open.pop();
      const outer = this.open.at(-1);
      eachTensor(result, (tensor) => {
        if (made.delete(tensor)) outer?.add(tensor);
      });
      made.forEach((tensor) => tensor.dispose());
    }
  }
}
