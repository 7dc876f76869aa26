import { systemError } from '../../contract/errors.ts';

/** The error code of the system behind a thrown value, such as `ENOENT`; empty where there is none. */
export function systemCode(thrown: unknown): string {
  const code = (thrown as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** An error of the file system as the catalogue words it, naming `path`; anything else comes back as it is. */
export function diskError(thrown: unknown, path: string): unknown {
  return systemError(thrown, path) ?? thrown;
}

/**
 * Runs work on `path`; errors of the file system leave it in the catalogue's words.
 * @throws AesopError as contract/system-errors.ts has it: `disk-full`, `no-permission`, `file-missing` and others
 */
export async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw diskError(thrown, path);
  }
}
