import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { FORMAT_VERSION } from '../contract/common.ts';
import { AesopError, phrase } from '../contract/errors.ts';
import { writeFileAtomic } from './atomic.ts';
import { onDisk } from './disk-errors.ts';

/**
 * Text of one of our JSON files as what it says.
 * @throws AesopError `model-newer` for a format of a later Aesop, `file-damaged` for anything else that does not fit
 */
export function parseJson<T>(text: string, path: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw new AesopError('file-damaged', { path, problem: phrase('not-json') }, String(thrown));
  }
  const version = (value as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > FORMAT_VERSION)
    throw new AesopError('model-newer', { file: path, version, known: FORMAT_VERSION });
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0].path.join('.');
  const problem = field === '' ? phrase('content-unfit') : phrase('field-unfit', { field });
  throw new AesopError('file-damaged', { path, problem }, parsed.error.message);
}

/**
 * Reads one of our JSON files.
 * @throws AesopError as `parseJson`, and `file-missing`, `no-permission`
 */
export async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  return parseJson(await onDisk(path, () => readFile(path, 'utf8')), path, schema);
}

/** Writes a value as readable JSON, atomically. */
export function writeJson(path: string, value: unknown): Promise<void> {
  return writeFileAtomic(path, JSON.stringify(value, null, 2) + '\n');
}
