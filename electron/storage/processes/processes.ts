import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { systemCode } from '../files/disk-errors.ts';

/** States of a process that has ended: zombie, dead. */
const ENDED = new Set(['Z', 'X']);

/** Whether a process of that id lives, also one of another account. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return systemCode(thrown) === 'EPERM';
  }
}

/** What /proc/<pid>/stat tells behind the name: state, field 3, is the first. Nothing where the system has no such file. */
async function statOf(pid: number): Promise<string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // the second field is the name in brackets, which may hold spaces
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Whether a process of that id still does anything: one that was killed keeps its id until it is collected. */
export async function isWorking(pid: number): Promise<boolean> {
  return isAlive(pid) && !ENDED.has((await statOf(pid))[0]);
}

/**
 * When a process started, in ticks since the machine did: with the id it names one process for good, for ids are used
 * again. Null where the system does not tell (only Linux does, in /proc/<pid>/stat), and for a process that has ended and
 * only waits to be collected, which in a container without an init may be for ever.
 */
export async function startTime(pid: number): Promise<string | null> {
  const fields = await statOf(pid);
  return ENDED.has(fields[0]) ? null : (fields[19] ?? null);
}

/** Whether that very process lives. @param started as `startTime` told of it; null where the system tells nothing */
export async function isRunning(pid: number, started: string | null): Promise<boolean> {
  if (pid <= 0 || !isAlive(pid)) return false;
  return started === null || started === (await startTime(pid));
}

const hostMark = () => createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** What `processMark` gives, inside a name. */
export const PROCESS_MARK = /[0-9a-f]{8}-\d+-\d+/;

/** This process for good, as a part of a name: host, id and start. What it leaves behind when it is killed is known by it. */
export async function processMark(): Promise<string> {
  return [hostMark(), process.pid, (await startTime(process.pid)) ?? 0].join('-');
}

/** Whether the process of a mark has ended, as far as can be known: of another machine it cannot. */
export async function hasEnded(mark: string): Promise<boolean> {
  const [host, pid, started] = mark.split('-');
  if (host !== hostMark()) return false;
  return !(await isRunning(Number(pid), started === '0' ? null : started));
}
