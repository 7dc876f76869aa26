import { AesopError } from './errors.ts';
import { message } from './message.ts';

/** What stat(2) tells of a path, as Node hands it out. */
interface FileStatus {
  isFile(): boolean;
  isDirectory(): boolean;
  isFIFO(): boolean;
  isSocket(): boolean;
  isSymbolicLink(): boolean;
}

function kindOf(status: FileStatus) {
  if (status.isSymbolicLink()) return message('phrases.is-link');
  if (status.isFIFO()) return message('phrases.is-pipe');
  return status.isSocket() ? message('phrases.is-socket') : message('phrases.is-device');
}

/**
 * Refuses what is no file by its kind, to be asked before it is opened: a pipe that nobody writes to keeps its reader
 * waiting for ever, a device may never end.
 * @throws AesopError `file-is-folder`, `not-a-file`
 */
export function requireFile(status: FileStatus, path: string): void {
  if (status.isFile()) return;
  if (status.isDirectory()) throw new AesopError('file-is-folder', { path });
  throw new AesopError('not-a-file', { path, kind: kindOf(status) });
}
