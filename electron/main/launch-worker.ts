import { utilityProcess } from 'electron';
import { LastLines } from '../studio/workers/last-lines.ts';
import type { LaunchOptions, WorkerEnd, WorkerHandle } from '../studio/workers/worker-handle.ts';

/** A given environment replaces that of the app, and Electron refuses one with a value missing. */
function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** A worker as a utility process of Electron: no sandbox, a memory of its own, ended with the app. */
export function launchUtility(path: string, environment: Record<string, string>) {
  return ({ purpose, env }: LaunchOptions): WorkerHandle => {
    const child = utilityProcess.fork(path, [purpose], {
      serviceName: `aesop-${purpose}`,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...inherited(), ...environment, ...env, AESOP_STUDIO: String(process.pid) },
      execArgv: ['--max-old-space-size=4096'],
    });
    const lines = new LastLines();
    lines.follow(child.stdout);
    lines.follow(child.stderr);
    let end: WorkerEnd | undefined;
    let spawned = false;
    let killed = false;
    const listeners: ((end: WorkerEnd) => void)[] = [];
    child.once('spawn', () => {
      spawned = true;
      // A kill before the process exists is lost.
      if (killed) child.kill();
    });
    child.once('exit', (code) => {
      // Electron tells 0 after a kill.
      end = { code: killed ? null : code, signal: killed ? 'SIGKILL' : null, lastLines: lines.all() };
      for (const listener of listeners) listener(end);
    });
    return {
      get pid() {
        return child.pid;
      },
      send: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => {
        if (end) listener(end);
        else listeners.push(listener);
      },
      onLine: (listener) => lines.onLine(listener),
      kill: () => {
        killed = true;
        if (spawned) child.kill();
      },
    };
  };
}
