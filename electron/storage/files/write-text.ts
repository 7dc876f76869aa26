import { writeFile } from 'node:fs/promises';
import { textPieces } from '../../contract/text-pieces.ts';
import { onDisk } from './disk-errors.ts';

/** Writes a new file of UTF-8. @throws AesopError `disk-full`, `no-permission` and their like */
export const writeText = (path: string, text: string): Promise<void> =>
  onDisk(path, () => writeFile(path, textPieces(text), { flag: 'wx' }));
