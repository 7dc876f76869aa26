import { Worker } from 'node:worker_threads';

/** How long a thread that has nothing to do is kept: what works on the next text is up, and quick already. */
const KEPT_MS = 60_000;

interface Kept {
  readonly program: string;
  readonly worker: Worker;
  readonly timer: NodeJS.Timeout;
}

let kept: Kept | undefined;

/** Of all there is to hear: Node's own listeners, which a thread's messages come by, stay. */
function unheard(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

function forget(worker: Worker): void {
  if (kept?.worker !== worker) return;
  clearTimeout(kept.timer);
  unheard(worker);
  kept = undefined;
}

/** Keeps a thread that has done all it was asked for, for a while, in place of another; it holds up no process. */
export async function keepThread(program: string, worker: Worker): Promise<void> {
  await endKeptThread();
  unheard(worker);
  const timer = setTimeout(() => void endKeptThread(), KEPT_MS).unref();
  kept = { program, worker, timer };
  worker.on('error', () => forget(worker));
  worker.on('exit', () => forget(worker));
  worker.unref();
}

/** The thread that runs a program and has nothing to do, if there is one. */
export function takeThread(program: string): Worker | undefined {
  if (kept?.program !== program) return undefined;
  const { worker } = kept;
  forget(worker);
  worker.ref();
  return worker;
}

/** Ends the thread that has nothing to do. */
export async function endKeptThread(): Promise<void> {
  const worker = kept?.worker;
  if (!worker) return;
  forget(worker);
  await worker.terminate();
}
