import type { Handle, Ops, Shape } from './ops.ts';
import type { OpTensor } from './tensors.ts';

/** Handles made during one piece of work; all that is not taken out is freed at its end. */
export class Scope {
  readonly ops: Ops;
  private readonly made = new Set<Handle>();

  constructor(ops: Ops) {
    this.ops = ops;
  }

  /** Runs an op whose outputs belong to the scope. */
  all(name: string, attributes: Parameters<Ops['run']>[1], inputs: readonly Handle[], outputs: number): Handle[] {
    const handles = this.ops.run(name, attributes, inputs, outputs);
    for (const handle of handles) this.made.add(handle);
    return handles;
  }

  /** The same for an op of one output. */
  one(name: string, attributes: Parameters<Ops['run']>[1], inputs: readonly Handle[]): Handle {
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

  /** Hands a handle over as a tensor of its shape. */
  tensor(handle: Handle, shape: Shape): OpTensor {
    return this.ops.tensors.create(this.take(handle), shape);
  }

  /** Frees handles before the end: large ones, or the last hold on a buffer that is to be written in place. */
  free(...handles: Handle[]): void {
    for (const handle of handles) if (this.made.delete(handle)) this.ops.free([handle]);
  }

  close(): void {
    this.ops.free([...this.made]);
    this.made.clear();
  }
}

/** Does `work` in a scope of its own. */
export function scoped<T>(ops: Ops, work: (scope: Scope) => T): T {
  const scope = new Scope(ops);
  try {
    return work(scope);
  } finally {
    scope.close();
  }
}
