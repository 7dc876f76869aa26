import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import type { Check } from '../../contract/machine.ts';
import { gigabytes } from '../../advice/wording.ts';
import { describeTrash } from '../../storage/workspace/trash.ts';
import { workspaceAt } from '../../storage/workspace/workspace.ts';

/** Free space below which a run's checkpoints may fill the disk. */
const LITTLE_SPACE = 1e9;

/** What to do where there is little room: the trash first, where it would free some. */
async function advice(root: string): Promise<string> {
  const { bytes } = await describeTrash(workspaceAt(root));
  const megabytes = Math.floor(bytes / 1e6);
  if (megabytes === 0) return 'Free some space, or delete old runs and empty the trash.';
  return `Free some space, or empty the trash: that frees ${megabytes} MB.`;
}

/** Whether the workspace can be written, and how much room there is. */
export async function workspaceCheck(root: string): Promise<Check> {
  const check = (found: string, fix: string): Check => ({ name: 'workspace', ok: fix === '', found, fix });
  try {
    await access(root, constants.W_OK);
    const { bavail, bsize } = await statfs(root);
    const free = bavail * bsize;
    const found = `writable, ${gigabytes(free)} GB free`;
    return check(found, free < LITTLE_SPACE ? await advice(root) : '');
  } catch {
    return check('not writable', `Allow writing in ${root}, or choose another folder.`);
  }
}
