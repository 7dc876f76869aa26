import * as z from 'zod';
import { AesopError } from '../../contract/errors.ts';
import { versionOf } from '../../contract/file-formats.ts';
import { draftSchema, type Draft } from '../../contract/story.ts';
import { readJson, writeJson } from '../files/json.ts';

const fileSchema = draftSchema.extend({ version: z.literal(versionOf('draft')) });

/** The draft of a workspace; null where there is none that can be read. */
export async function readDraft(path: string): Promise<Draft | null> {
  try {
    const { version: _, ...draft } = await readJson(path, 'draft', fileSchema);
    return draft;
  } catch {
    return null;
  }
}

/**
 * Writes a draft in place of the one before; one of a later Aesop is left as it is.
 * @throws AesopError `disk-full`, `no-permission`
 */
export async function writeDraft(path: string, draft: Draft): Promise<void> {
  const newer = await readJson(path, 'draft', fileSchema).then(
    () => false,
    (thrown: unknown) => thrown instanceof AesopError && thrown.code === 'model-newer',
  );
  if (!newer) await writeJson(path, { version: versionOf('draft'), ...draft });
}
