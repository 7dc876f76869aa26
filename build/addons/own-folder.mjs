import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs `work` in a new folder and removes it afterwards. Set-up's own work folder would not do: the next set-up that starts
 * empties it, and a build here takes minutes.
 * @template T
 * @param {string} parent
 * @param {(folder: string) => Promise<T>} work
 */
export async function inOwnFolder(parent, work) {
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'unfinished-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
