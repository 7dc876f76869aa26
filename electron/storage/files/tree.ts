import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A file below some folder. */
export interface TreeFile {
  /** relative to that folder */
  readonly path: string;
  readonly bytes: number;
}

/**
 * Every file below a folder; links are neither followed nor listed.
 * @param skip names that are passed over, wherever they stand
 * @throws errors of the file system
 */
export async function filesBelow(root: string, skip?: RegExp, folder = ''): Promise<TreeFile[]> {
  const files: TreeFile[] = [];
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (skip?.test(entry.name)) continue;
    if (entry.isDirectory()) files.push(...(await filesBelow(root, skip, path)));
    else if (entry.isFile()) files.push({ path, bytes: (await lstat(join(root, path))).size });
  }
  return files;
}

/** Bytes in files. */
export const bytesIn = (files: readonly TreeFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);
