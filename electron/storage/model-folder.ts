import { copyFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AesopError } from '../contract/errors.ts';
import { onDisk } from './disk-errors.ts';

/** What a model folder holds; nothing else is ever taken from one. */
export const MODEL_FILES = ['model.json', 'weights.bin', 'vocabulary.json', 'card.json'] as const;

/**
 * Copies the files of a model into another folder.
 * @throws AesopError `not-a-model` where there is no model.json, `model-file-missing`, `no-permission`, `disk-full`
 */
export async function copyModelFiles(from: string, to: string): Promise<void> {
  const has = async (file: string) => (await stat(join(from, file)).catch(() => undefined))?.isFile() === true;
  if (!(await has('model.json')) && !(await has('card.json')))
    throw new AesopError('not-a-model', { name: basename(from) });
  for (const file of MODEL_FILES) {
    if (!(await has(file))) throw new AesopError('model-file-missing', { id: basename(from), file });
    await onDisk(join(from, file), () => copyFile(join(from, file), join(to, file)));
  }
}
