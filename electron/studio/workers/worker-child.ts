// Nothing of ours is imported: the program begins with this, before it has read the rest of itself.
import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

type Environment = Readonly<Record<string, string>>;

/** Where the bundled worker may lie: beside the running program, or above it when this module landed in a chunk. */
export const WORKER_PLACES = ['./worker.js', '../worker.js'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/**
 * A worker as a child process of this one, on any Node.
 * @param env beside the environment of this process
 * @returns nothing where no worker program is
 */
function startChild(purpose: string, env: Environment): ChildProcess | undefined {
  const path = process.env.AESOP_WORKER ?? WORKER_PLACES.find((place) => existsSync(place));
  return path === undefined
    ? undefined
    : fork(path, [purpose], {
        env: { ...process.env, ...env, AESOP_STUDIO: String(process.pid) },
        execArgv: [],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
}

/** Whether this process waits for what the child does. */
function hold(child: ChildProcess, held: boolean): void {
  // the pipes are sockets, though their type does not say so
  const parts = [child, child.channel, child.stdout, child.stderr] as { ref?(): void; unref?(): void }[];
  for (const part of parts)
    if (held) part?.ref?.();
    else part?.unref?.();
}

let ahead: { readonly child: ChildProcess; readonly env: Environment } | undefined;

/**
 * Starts a worker for whoever asks first, while the program still reads itself: both take as long to come up. Nobody waits
 * for it, and it ends with the program.
 */
export function startAhead(env: Environment): void {
  const child = startChild('assist', env);
  if (child === undefined) return;
  // that it never started is said where it is asked for
  child.on('error', () => undefined);
  hold(child, false);
  ahead = { child, env };
  process.once('exit', () => child.kill('SIGKILL'));
}

/** A worker of that environment: the one started ahead where there is such, else a new one. */
export function takeChild(purpose: string, env: Environment): ChildProcess | undefined {
  const waiting = ahead;
  ahead = undefined;
  if (waiting && isDeepStrictEqual(waiting.env, env) && waiting.child.exitCode === null && waiting.child.connected) {
    hold(waiting.child, true);
    return waiting.child;
  }
  waiting?.child.kill('SIGKILL');
  return startChild(purpose, env);
}
