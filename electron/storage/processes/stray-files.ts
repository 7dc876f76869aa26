import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exists, renamePatiently } from '../files/atomic.ts';
import { fewAtATime } from '../files/few-at-a-time.ts';
import { isWorking } from './processes.ts';

const STRAY = /^\.(.+)\.(\d+)-[0-9a-f]{12}\.(tmp|old)$/;

/** What cannot be cleaned up stays: it is in nobody's way. */
async function cleanOne(folder: string, name: string, target: string, suffix: string): Promise<void> {
  const stray = join(folder, name);
  // A kill between the two renames of a replacement: the old folder is still the only whole one.
  if (suffix === 'old' && !(await exists(join(folder, target)))) return renamePatiently(stray, join(folder, target));
  await rm(stray, { recursive: true, force: true });
}

/**
 * Cleans up what killed processes left half-written in `folder` and `depth` levels below; a folder whose replacement was
 * cut short comes back. What living processes are writing stays; links are not followed.
 */
export async function cleanStrayFiles(folder: string, depth = 0): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  await fewAtATime(entries, async (entry) => {
    const [, target, pid, suffix] = STRAY.exec(entry.name) ?? [];
    if (target === undefined) {
      if (entry.isDirectory() && depth > 0) await cleanStrayFiles(join(folder, entry.name), depth - 1);
    } else if (Number(pid) !== process.pid && !(await isWorking(Number(pid))))
      await cleanOne(folder, entry.name, target, suffix).catch(() => {});
  });
}
