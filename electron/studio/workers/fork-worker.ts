import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AesopError } from '../../contract/errors.ts';
import { LastLines } from './last-lines.ts';
import type { LaunchOptions, WorkerEnd, WorkerHandle } from './worker-handle.ts';

/** The bundled worker: beside the running program, or above it when this module landed in a chunk. */
function workerPath(): string {
  const places = ['./worker.js', '../worker.js'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const path = process.env.AESOP_WORKER ?? places.find((place) => existsSync(place));
  if (path === undefined) throw new AesopError('internal', {}, `No worker program at ${places.join(' or ')}`);
  return path;
}

/** A worker as a child process of this one, on any Node. */
export function forkWorker({ purpose, env }: LaunchOptions): WorkerHandle {
  const lines = new LastLines();
  const child = fork(workerPath(), [purpose], {
    env: { ...process.env, ...env },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
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
