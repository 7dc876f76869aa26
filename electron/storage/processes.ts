import { readFile } from 'node:fs/promises';
import { systemCode } from './disk-errors.ts';

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

/**
 * When a process started, in ticks since the machine did: with the id it names one process for good, for ids are used
 * again. Null where the system does not tell (only Linux does, in /proc/<pid>/stat), and for a process that has ended and
 * only waits to be collected, which in a container without an init may be for ever.
 */
export async function startTime(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field is the name in brackets, which may hold spaces; state is field 3, start time field 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ENDED.has(fields[0]) ? null : (fields[19] ?? null);
}
