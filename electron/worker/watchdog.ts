import { Worker } from 'node:worker_threads';

/** Time for the main thread to write a checkpoint after its parent died. */
const GRACE = 6000;
const LOOK_EVERY = 1000;

/** The studio's process, as it was when this one started: the system names another parent once it is gone. */
export const STUDIO = process.ppid;

/** Runs in a thread of its own, because a native call may block the main one for long; loads nothing but Node. */
const CODE = `
const { workerData: { parent, grace, every } } = require('node:worker_threads');
const gone = () => {
  if (process.platform !== 'win32') return process.ppid !== parent;
  try { process.kill(parent, 0); return false; } catch { return true; }
};
const timer = setInterval(() => {
  if (!gone()) return;
  clearInterval(timer);
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), grace);
}, every);
`;

/** Whether the studio ended before this process came to look: its parent is then another, which does not end. */
function isOrphan({ AESOP_STUDIO } = process.env): boolean {
  if (AESOP_STUDIO === undefined) return false;
  try {
    process.kill(Number(AESOP_STUDIO), 0);
    return false;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Sees to it that this process never outlives its parent by more than a few seconds. */
export function watchParent(): void {
  if (isOrphan()) process.exit(1);
  const thread = new Worker(CODE, {
    eval: true,
    workerData: { parent: STUDIO, grace: GRACE, every: LOOK_EVERY },
    // What the process was started with is not for this thread: a preloaded script would read its messages.
    execArgv: [],
    stdout: false,
    stderr: false,
  });
  thread.unref();
}
