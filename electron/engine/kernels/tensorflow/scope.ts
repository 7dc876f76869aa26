import type * as tf from '@tensorflow/tfjs-core';
import type { Eager, Handle } from './eager.ts';

/** Handles made during one piece of work; all that is not taken out is freed at its end. */
export class Scope {
  readonly eager: Eager;
  private readonly made = new Set<Handle>();

  constructor(eager: Eager) {
    this.eager = eager;
  }

  /** Runs an op whose outputs belong to the scope. */
  all(name: string, attributes: Parameters<Eager['run']>[1], inputs: readonly Handle[], outputs: number): Handle[] {
    const handles = this.eager.run(name, attributes, inputs, outputs);
    for (const handle of handles) this.made.add(handle);
    return handles;
  }

  /** The same for an op of one output. */
  one(name: string, attributes: Parameters<Eager['run']>[1], inputs: readonly Handle[]): Handle {
    return this.all(name, attributes, inputs, 1)[0];
  }

  /** Adopts a handle made elsewhere. */
  own(handle: Handle): Handle {
    this.made.add(handle);
    return handle;
  }

  /** Hands a handle over to the caller. */
  take(handle: Handle): Handle {
    this.made.delete(handle);
    return handle;
  }

  /** Hands a handle over as a tfjs tensor of its shape and type, float unless said otherwise. */
  tensor<T extends tf.Tensor>(handle: Handle, shape: readonly number[], dtype?: number): T {
    return this.eager.tensor<T>(this.take(handle), shape, dtype);
  }

  /** Frees handles before the end: large ones, or the last hold on a buffer that is to be written in place. */
  free(...handles: Handle[]): void {
    for (const handle of handles) if (this.made.delete(handle)) this.eager.free([handle]);
  }

  close(): void {
    this.eager.free([...this.made]);
    this.made.clear();
  }
}

/** Does `work` in a scope of its own. */
export function scoped<T>(eager: Eager, work: (scope: Scope) => T): T {
  const scope = new Scope(eager);
  try {
    return work(scope);
  } finally {
    scope.close();
  }
}
