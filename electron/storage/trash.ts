import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const DAY = 24 * 60 * 60 * 1000;
const DAYS_KEPT = 30;

/** Deletes for good what has been in the trash for 30 days. */
export async function emptyOldTrash(workspace: string, now = Date.now()): Promise<void> {
  const trash = join(workspace, '.trash');
  for (const kind of await readdir(trash).catch(() => [])) {
    for (const name of await readdir(join(trash, kind)).catch(() => [])) {
      const path = join(trash, kind, name);
      const { mtimeMs } = await stat(path);
      if (now - mtimeMs > DAYS_KEPT * DAY) await rm(path, { recursive: true, force: true });
    }
  }
}
