import { createKernels } from '../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../electron/engine/runtime/index.ts';

/** What this machine computes with. */
export const runtime = await loadRuntime();
export const kernels = createKernels(runtime);
/** Whether tests of TensorFlow itself are made: where it is, and wherever changes are checked, so that it is missed there. */
export const withTensorFlow = runtime.engine === 'tensorflow' || Boolean(process.env.CI);
