import type { Tensor } from '../arithmetic.ts';
import { Scopes } from '../scopes.ts';

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

/** The tensors of TensorFlow, and which of them go when a piece of work ends. */
export class TensorScopes extends Scopes {
  /** tensors that are still to be disposed */
  live = 0;
  private readonly free: (handle: Handle) => void;

  constructor(free: (handle: Handle) => void) {
    super();
    this.free = (handle) => {
      this.live--;
      free(handle);
    };
  }

  /** A tensor over a handle of that shape, which it takes over. */
  create(handle: Handle, shape: Shape): OpTensor {
    const tensor = new OpTensor(handle, shape, this.free);
    this.add(tensor);
    this.live++;
    return tensor;
  }
}
