import { AesopError, type ErrorCode } from '../contract/errors.ts';

const CODES: Record<string, ErrorCode> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EISDIR: 'file-is-folder',
};

/** The error code of the system behind a thrown value, such as `ENOENT`; empty where there is none. */
export function systemCode(thrown: unknown): string {
  const code = (thrown as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** An error of the file system as the catalogue words it, naming `path`; anything else comes back as it is. */
export function diskError(thrown: unknown, path: string): unknown {
  const code = thrown instanceof AesopError ? undefined : CODES[systemCode(thrown)];
  return code ? new AesopError(code, { path }, String((thrown as Error).message)) : thrown;
}

/**
 * Runs work on `path`; errors of the file system leave it in the catalogue's words.
 * @throws AesopError `disk-full`, `no-permission`, `file-missing`, `file-is-folder`
 */
export async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw diskError(thrown, path);
  }
}
