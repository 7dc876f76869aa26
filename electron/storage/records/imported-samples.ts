import { join } from 'node:path';
import { z } from 'zod';
import { FORMAT_VERSION } from '../../contract/common.ts';
import { AesopError } from '../../contract/errors.ts';
import { readJson, writeJson } from '../files/json.ts';

const schema = z.strictObject({ version: z.literal(FORMAT_VERSION), imported: z.array(z.string()) });
const pathIn = (workspace: string) => join(workspace, 'samples.json');

/** File names of the shipped texts that this workspace has had, also those deleted since. */
export async function readImportedSamples(workspace: string): Promise<string[]> {
  try {
    return (await readJson(pathIn(workspace), schema)).imported;
  } catch (thrown) {
    if (thrown instanceof AesopError && thrown.code === 'file-missing') return [];
    throw thrown;
  }
}

export function writeImportedSamples(workspace: string, imported: string[]): Promise<void> {
  return writeJson(pathIn(workspace), { version: FORMAT_VERSION, imported });
}
