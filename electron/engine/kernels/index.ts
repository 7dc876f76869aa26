export { createKernels, releasePortable } from './create-kernels.ts';
export type { Kernels } from './kernels.ts';
