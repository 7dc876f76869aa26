import { installationFolder } from '../../engine/runtime/index.ts';
import { dismissEngine } from '../../native/unused-engines.ts';
import type { Job } from '../job.ts';

/** Removes the engine that was brought for this installation; others that use it keep it. */
export const dismiss: Job<'dismiss'> = async () => {
  await dismissEngine(installationFolder());
  return {};
};
