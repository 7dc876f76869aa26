import { createKernels, type Kernels } from '../engine/kernels/index.ts';
import { loadRuntime, type Runtime, type RuntimeOptions } from '../engine/runtime/index.ts';

export interface Engine {
  readonly runtime: Runtime;
  readonly kernels: Kernels;
}

let loaded: Promise<Engine> | undefined;

/** The engine of this process, loaded once; later wishes change nothing. */
export function loadEngine(options: Pick<RuntimeOptions, 'precision'> = {}): Promise<Engine> {
  loaded ??= loadRuntime(options).then((runtime) => ({ runtime, kernels: createKernels(runtime) }));
  return loaded;
}
