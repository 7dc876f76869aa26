import type * as z from 'zod';
import { parseBoundedJson } from '../../contract/bounded-json.ts';
import { AesopError } from '../../contract/errors.ts';
import { parseFile, type FileFormat } from '../../contract/file-formats.ts';
import { message } from '../../contract/message.ts';
import { JSON_BOUNDS, type JsonBounds } from '../../contract/limits.ts';
import { writeFileAtomic } from './atomic.ts';
import { onDisk } from './disk-errors.ts';
import { openToRead } from './open-to-read.ts';

/**
 * Text of one of our JSON files as what it says, in today's form.
 * @param schema of today's form
 * @param bounds how deep it may be and how many values it may hold; whoever read the text has kept to the bytes
 * @throws AesopError `model-newer` for a format of a later Aesop, `file-damaged` for anything else that does not fit
 */
export function parseJson<T>(
  text: string,
  path: string,
  format: FileFormat,
  schema: z.ZodType<T>,
  bounds: Omit<JsonBounds, 'bytes'> = JSON_BOUNDS.state,
): T {
  let value: unknown;
  try {
    value = parseBoundedJson(text, bounds);
  } catch (thrown) {
    const problem = message(thrown instanceof RangeError ? 'phrases.content-unfit' : 'phrases.not-json');
    throw new AesopError('file-damaged', { path, problem }, String(thrown));
  }
  const parsed = parseFile(value, format, schema, path);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0].path.join('.');
  const problem = field === '' ? message('phrases.content-unfit') : message('phrases.field-unfit', { field });
  throw new AesopError('file-damaged', { path, problem }, parsed.error.message);
}

/**
 * The whole text of a file, read only where it is one and not too large.
 * @param most bytes
 * @throws AesopError `file-damaged`, or as `openToRead`
 */
export async function readWhole(path: string, most: number): Promise<string> {
  const handle = await openToRead(path).catch((thrown: unknown) => {
    if (!(thrown instanceof AesopError) || (thrown.code !== 'not-a-file' && thrown.code !== 'file-is-folder'))
      throw thrown;
    const problem = message(thrown.code === 'not-a-file' ? 'phrases.not-json' : 'phrases.is-folder');
    throw new AesopError('file-damaged', { path, problem }, thrown.message);
  });
  try {
    const { size } = await handle.stat();
    if (size > most)
      throw new AesopError('file-damaged', {
        path,
        problem: message('phrases.file-large', { bytes: size, limit: most }),
      });
    const content = Buffer.allocUnsafe(size);
    let done = 0;
    for (let read = -1; done < size && read !== 0; done += read)
      read = (await handle.read(content, done, size - done, done)).bytesRead;
    return content.toString('utf8', 0, done);
  } finally {
    await handle.close();
  }
}

/**
 * Reads one of our JSON files, only as far as it keeps to its bounds.
 * @throws AesopError as `parseJson`, and `file-missing`, `no-permission`
 */
export async function readJson<T>(
  path: string,
  format: FileFormat,
  schema: z.ZodType<T>,
  bounds: JsonBounds = JSON_BOUNDS.small,
): Promise<T> {
  const text = await onDisk(path, () => readWhole(path, bounds.bytes));
  return parseJson(text, path, format, schema, bounds);
}

/** A value as our JSON files hold it. */
export const jsonText = (value: unknown) => JSON.stringify(value, null, 2) + '\n';

/** Writes a value as readable JSON, atomically. */
export function writeJson(path: string, value: unknown): Promise<void> {
  return writeFileAtomic(path, jsonText(value));
}
