import type { Settings } from '../../contract/machine.ts';
import type { Log } from '../machine/log.ts';
import type { LaunchWorker } from './worker-handle.ts';
import { WorkerProcess } from './worker-process.ts';

/** What a worker must know when it starts, beyond the environment of its host. */
function environmentOf({ engine }: Settings): Record<string, string> {
  if (engine === 'portable') return { AESOP_ENGINE: 'portable' };
  if (engine === 'cpu') return { AESOP_DEVICE: 'cpu' };
  return {};
}

/** Starts worker processes with what the settings ask for; what they write goes to the log. */
export function workerLauncher(launchWorker: LaunchWorker, version: string, log: Log, settings: () => Settings) {
  return (purpose: 'train' | 'assist', env: Readonly<Record<string, string>> = {}): WorkerProcess => {
    const handle = launchWorker({ purpose, env: { AESOP_VERSION: version, ...environmentOf(settings()), ...env } });
    // Electron gives a process its id some time after its start.
    const source = () => `worker ${handle.pid ?? ''}`.trim();
    handle.onLine?.((line) => log.info(source(), line));
    return new WorkerProcess(handle, (problem) => log.error(source(), `A message does not fit: ${problem}`));
  };
}
