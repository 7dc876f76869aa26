import { AesopError, phrase } from './errors.ts';

/** What stat(2) tells of a path, as Node hands it out. */
interface FileStatus {
  isFile(): boolean;
  isDirectory(): boolean;
  isFIFO(): boolean;
  isSocket(): boolean;
}

/**
 * Refuses what is no file by its kind, to be asked before it is opened: a pipe that nobody writes to keeps its reader
 * waiting for ever, a device may never end.
 * @throws AesopError `file-is-folder`, `not-a-file`
 */
export function requireFile(status: FileStatus, path: string): void {
  if (status.isFile()) return;
  if (status.isDirectory()) throw new AesopError('file-is-folder', { path });
  const kind = status.isFIFO() ? 'is-pipe' : status.isSocket() ? 'is-socket' : 'is-device';
  throw new AesopError('not-a-file', { path, kind: phrase(kind) });
}
