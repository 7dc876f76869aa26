import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import type { Check } from '../../contract/machine.ts';
import { gigabytes, message, type Said } from '../../contract/message.ts';
import { describeTrash } from '../../storage/workspace/trash.ts';
import { isWorkspace, workspaceAt } from '../../storage/workspace/workspace.ts';

/** Free space below which a run's checkpoints may fill the disk. */
const LITTLE_SPACE = 1e9;

/** What to do where there is little room: the trash first, where it would free some. */
async function advice(root: string): Promise<Said> {
  const { bytes } = await describeTrash(workspaceAt(root));
  const megabytes = Math.floor(bytes / 1e6);
  if (megabytes === 0) return message('remedies.freeSpace');
  return message('remedies.emptyTrash', { megabytes });
}

/** Bytes that are free where a folder lies. @throws where the system does not tell */
export async function freeDisk(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Whether the workspace is there and can be written, and how much room there is. */
export async function workspaceCheck(root: string): Promise<Check> {
  const check = (found: Said, fix: Said): Check => ({ name: 'workspace', ok: fix === '', found, fix });
  if (!(await isWorkspace(root))) return check(message('findings.gone'), message('remedies.plugIn', { path: root }));
  try {
    await access(root, constants.W_OK);
    const free = await freeDisk(root);
    const found = message('findings.writable', { free: gigabytes(free) });
    return check(found, free < LITTLE_SPACE ? await advice(root) : '');
  } catch {
    return check(message('findings.notWritable'), message('remedies.allowWriting', { path: root }));
  }
}
