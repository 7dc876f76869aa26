import type { Runtime } from '../runtime/index.ts';
import type { Kernels } from './kernels.ts';
import { TensorFlowKernels } from './tensorflow/tensorflow-kernels.ts';
import { Machine } from './wasm/machine.ts';
import { WasmKernels } from './wasm/wasm-kernels.ts';

/** One memory and one set of threads a process. */
let machine: Machine | undefined;

/** The make of the kernels that suits the engine of this process. */
export function createKernels({ engine, threads }: Pick<Runtime, 'engine' | 'threads'>): Kernels {
  if (engine === 'tensorflow') return new TensorFlowKernels();
  machine ??= new Machine(threads);
  return new WasmKernels(machine);
}

/** Gives back what the portable engine holds: its memory never shrinks, and nobody computes on it any more. */
export function releasePortable(): void {
  machine?.dispose();
  machine = undefined;
}
