import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { copyOut } from './copy-out.ts';
import type { LeavingModel } from './leaving-model.ts';

/** Makes a new file in an empty folder, and the vocabulary beside it. */
export async function writeBesideVocabulary(
  model: LeavingModel,
  folder: string,
  name: string,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> {
  await copyOut(model, 'vocabulary.json', folder);
  const file = await open(join(folder, name), 'wx');
  try {
    await write(file);
  } finally {
    await file.close();
  }
}
