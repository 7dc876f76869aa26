import { join } from 'node:path';
import * as z from 'zod';
import { AesopError } from '../../contract/errors.ts';
import { versionOf } from '../../contract/file-formats.ts';
import { readJson, writeJson } from '../files/json.ts';

const schema = z.strictObject({ version: z.literal(versionOf('samples')), imported: z.array(z.string()) });
const pathIn = (workspace: string) => join(workspace, 'samples.json');

/** File names of the shipped texts that this workspace has had, also those deleted since. */
export async function readImportedSamples(workspace: string): Promise<string[]> {
  try {
    return (await readJson(pathIn(workspace), 'samples', schema)).imported;
  } catch (thrown) {
    if (thrown instanceof AesopError && thrown.code === 'file-missing') return [];
    throw thrown;
  }
}

export function writeImportedSamples(workspace: string, imported: string[]): Promise<void> {
  return writeJson(pathIn(workspace), { version: versionOf('samples'), imported });
}
