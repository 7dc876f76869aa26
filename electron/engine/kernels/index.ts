export { createKernels } from './create-kernels.ts';
export type { Kernels } from './kernels.ts';
