import { AesopError } from '../../contract/errors.ts';
import { LastLines } from './last-lines.ts';
import { takeChild, WORKER_PLACES } from './worker-child.ts';
import type { LaunchOptions, WorkerEnd, WorkerHandle } from './worker-handle.ts';

/** A worker as a child process of this one, on any Node. */
export function forkWorker({ purpose, env }: LaunchOptions): WorkerHandle {
  const lines = new LastLines();
  const child = takeChild(purpose, env);
  if (!child) throw new AesopError('internal', {}, `No worker program at ${WORKER_PLACES.join(' or ')}`);
  lines.follow(child.stdout);
  lines.follow(child.stderr);
  let end: WorkerEnd | undefined;
  const listeners: ((end: WorkerEnd) => void)[] = [];
  const finish = (code: number | null, signal: string | null) => {
    if (end) return;
    end = { code, signal, lastLines: lines.all() };
    for (const listener of listeners) listener(end);
  };
  // `close` comes after `exit`, when the last lines have been read; `error` alone when it never started.
  child.once('close', finish);
  child.on('error', () => {
    if (child.pid === undefined) finish(null, null);
  });
  return {
    pid: child.pid,
    send: (message) => {
      if (child.connected) child.send(message, () => {});
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      if (end) listener(end);
      else listeners.push(listener);
    },
    onLine: (listener) => lines.onLine(listener),
    kill: () => void child.kill('SIGKILL'),
  };
}
