import { describeRuntime, installationFolder } from '../../engine/runtime/index.ts';
import { isBrought } from '../../native/installation.mjs';
import { offersFor } from '../../native/offers.ts';
import { loadEngine } from '../engine.ts';
import type { Job } from '../job.ts';
import { measureSpeed } from './measure-speed.ts';
import { freeDisk, workspaceCheck } from './workspace-check.ts';

/** What computes here and why, where it writes, and on wish how fast it is. */
export const probe: Job<'probe'> = async ({ measure, workspace }) => {
  const engine = await loadEngine();
  const { runtime } = engine;
  const machine = await describeRuntime(runtime);
  const checks = [await workspaceCheck(workspace), ...machine.checks];
  const installation = installationFolder();
  const engines = { offers: await offersFor(installation, machine), brought: isBrought(installation) };
  const room = { freeDisk: await freeDisk(workspace).catch(() => undefined) };
  return { ...machine, ...engines, ...room, checks, ...(measure ? { measured: await measureSpeed(engine) } : {}) };
};
