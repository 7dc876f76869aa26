import type { Runtime } from '../runtime/index.ts';
import type { Kernels } from './kernels.ts';
import { PortableKernels } from './portable/portable-kernels.ts';

/** The make of the kernels that suits the engine of this process. */
export function createKernels(_runtime: Pick<Runtime, 'engine'>): Kernels {
  return new PortableKernels();
}
