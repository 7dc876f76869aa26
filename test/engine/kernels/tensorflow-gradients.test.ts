import { createKernels } from '../../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { describeGradients } from './gradient-checks.ts';

const runtime = await loadRuntime();
describeGradients(() => createKernels(runtime));
