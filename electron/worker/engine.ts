import type { Kernels } from '../engine/kernels/index.ts';
import type { Runtime, RuntimeOptions } from '../engine/runtime/index.ts';

export interface Engine {
  readonly runtime: Runtime;
  readonly kernels: Kernels;
}

let loaded: Promise<Engine> | undefined;

/** tfjs is imported only here and only when it is wanted: a process that tells stories does without. */
async function load(options: RuntimeOptions): Promise<Engine> {
  const { loadRuntime } = await import('../engine/runtime/index.ts');
  const { createKernels } = await import('../engine/kernels/index.ts');
  const runtime = await loadRuntime(options);
  return { runtime, kernels: createKernels(runtime) };
}

/** The engine of this process, loaded once; later wishes change nothing. */
export function loadEngine(options: Pick<RuntimeOptions, 'precision' | 'device'> = {}): Promise<Engine> {
  loaded ??= load(options);
  return loaded;
}
