import { availableParallelism, freemem, totalmem } from 'node:os';
import { engineLabel } from '../../contract/engine-label.ts';
import type { Machine } from '../../contract/machine.ts';
import type { Engine } from '../../contract/run.ts';
import { checksOf } from './checks.ts';
import { cardInUse, findGpus } from './gpus.ts';
import type { Runtime } from './types.ts';

/** The runtime as the contract tells it. */
export function engineOf(runtime: Runtime): Engine {
  const { engine, backend, device, reason } = runtime;
  return { engine, backend, device, label: engineLabel(runtime), reason };
}

/** What `doctor` and the Machine room show of this machine, all but a measured step; memory in bytes. */
export async function describeRuntime(runtime: Runtime): Promise<Omit<Machine, 'measured' | 'offers' | 'brought'>> {
  const gpus = await findGpus();
  const card = runtime.device === 'gpu' ? cardInUse(gpus) : undefined;
  const { node, icu } = process.versions;
  const { tensorflowVersion } = runtime;
  return {
    engine: engineOf(runtime),
    install: runtime.install,
    checks: checksOf(runtime, engineLabel(runtime), gpus),
    gpus,
    ...(card ? { card } : {}),
    cores: availableParallelism(),
    memory: totalmem(),
    freeMemory: freemem(),
    versions: { node, icu: icu ?? '', ...(tensorflowVersion ? { tensorflow: tensorflowVersion } : {}) },
  };
}
