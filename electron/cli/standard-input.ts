import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AesopError, systemError } from '../contract/errors.ts';

/** What stands for a text that another program hands over. */
export const STANDARD_INPUT = '-';

/**
 * Writes what comes in on standard input to a file: a text is read more than once.
 * @returns its path
 * @throws AesopError `input-missing` where nothing is handed over; `disk-full`
 */
export async function keepStandardInput(folder: string, name: string, signal: AbortSignal): Promise<string> {
  if (process.stdin.isTTY) throw new AesopError('input-missing', {});
  const path = join(folder, `${name}.txt`);
  await pipeline(process.stdin, createWriteStream(path, { flags: 'wx' }), { signal }).catch((thrown: unknown) => {
    throw systemError(thrown, path) ?? thrown;
  });
  return path;
}
