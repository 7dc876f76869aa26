import type { Runtime } from '../runtime/index.ts';
import type { Kernels } from './kernels.ts';
import { PortableKernels } from './portable/portable-kernels.ts';
import { TensorFlowKernels } from './tensorflow/tensorflow-kernels.ts';

/** The make of the kernels that suits the engine of this process. */
export function createKernels(runtime: Pick<Runtime, 'engine'>): Kernels {
  return runtime.engine === 'tensorflow' ? new TensorFlowKernels() : new PortableKernels();
}
