import { readFile } from 'node:fs/promises';
import { systemCode } from './disk-errors.ts';

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
 * again. Null where the system does not tell (only Linux does, in /proc/<pid>/stat).
 */
export async function startTime(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field is the name in brackets, which may hold spaces; start time is field 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[19] ?? null;
}
