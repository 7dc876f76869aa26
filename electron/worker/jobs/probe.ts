import { describeRuntime } from '../../engine/runtime/index.ts';
import { loadEngine } from '../engine.ts';
import type { Job } from '../job.ts';
import { measureSpeed } from '../measure-speed.ts';

/** What computes here and why, and on wish how fast. */
export const probe: Job<'probe'> = async ({ measure }) => {
  const { runtime, kernels } = await loadEngine();
  const machine = await describeRuntime(runtime);
  return measure ? { ...machine, measured: await measureSpeed(kernels) } : machine;
};
