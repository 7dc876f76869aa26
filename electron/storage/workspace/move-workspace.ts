import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, realpath, rm, rmdir, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AesopError } from '../../contract/errors.ts';
import { message } from '../../contract/message.ts';
import { syncTree } from '../files/atomic.ts';
import { onDisk } from '../files/disk-errors.ts';
import { hashFile } from '../files/hash.ts';
import { makeFolder } from '../files/make-folder.ts';
import { confine, MARK, modeFor, stepsBetween } from '../files/confinement.ts';
import { bytesIn, filesBelow } from '../files/tree.ts';
import { finishCopies, forgetTarget, moveIn, newCopy, noteTarget } from './unfinished-copies.ts';
import { KIND_FOLDERS, kindOfPlace, writeMark, type PlaceKind } from './workspace-mark.ts';

/** Not taken along: the log is the machine's own, locks and half-written files belong to processes, a cache comes anew. */
const LEFT = /^(log|\.cache|lock\.json|\.settings\.lock|\.aesop-(move\.json|copy-.*)|\..*\.(tmp|old))$/;
const PIECE = 1 << 20;

/** A folder that a workspace may move to. */
export interface Place {
  readonly kind: Exclude<PlaceKind, 'foreign'>;
  /** bytes of the present workspace, and free there */
  readonly needed: number;
  readonly free: number;
}

/**
 * Looks at a folder that somebody chose for the workspace.
 * @throws AesopError `place-inside`, `place-full` where it holds other things, `no-permission`
 */
export function lookAtPlace(present: string, folder: string): Promise<Place> {
  return onDisk(folder, async () => {
    const [from, to] = [await realpath(present), await realpath(folder)];
    if (stepsBetween(from, to) || stepsBetween(to, from))
      throw new AesopError('place-inside', { path: folder, present });
    const probe = await newCopy(to);
    await mkdir(probe);
    await rmdir(probe);
    await finishCopies(to);
    const kind = await kindOfPlace(to);
    if (kind === 'foreign') throw new AesopError('place-full', { path: folder });
    const { bavail, bsize } = await statfs(to);
    return { kind, needed: bytesIn(await filesBelow(from, LEFT)), free: bavail * bsize };
  });
}

interface Copying {
  readonly signal: AbortSignal;
  /** @param fraction of the whole, 0 to 1 */
  progress(fraction: number): void;
}

/** Copies one file. @returns its SHA-256 as it was read */
async function copyPart(from: string, to: string, told: (bytes: number) => void, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  const seen = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      told(piece.length);
      done(null, piece);
    },
  });
  await makeFolder(dirname(to));
  const output = createWriteStream(to, { flags: 'wx', mode: modeFor(to, 'file') });
  await pipeline(createReadStream(from, { highWaterMark: PIECE }), seen, output, { signal });
  return hash.digest('hex');
}

/** Copies every file into `unfinished` and reads it back; its mark comes last, and says that all is there. */
async function copyAll(from: string, unfinished: string, { signal, progress }: Copying): Promise<void> {
  for (const name of KIND_FOLDERS) await makeFolder(join(unfinished, name));
  const parts = (await filesBelow(from, LEFT)).filter(({ path }) => path !== MARK);
  const total = 2 * bytesIn(parts);
  let done = 0;
  const tell = (bytes: number) => progress((done += bytes) / Math.max(1, total));
  for (const { path, bytes } of parts) {
    const written = await copyPart(join(from, path), join(unfinished, path), tell, signal);
    const found = await hashFile(join(unfinished, path));
    if (found !== written) throw new AesopError('file-damaged', { path, problem: message('phrases.not-as-written') });
    tell(bytes);
  }
  await syncTree(unfinished);
  signal.throwIfAborted();
  await writeMark(unfinished);
}

/**
 * Copies a workspace into an empty folder and reads every file back. The old one stays as it is; the new one appears
 * only whole, and private. Links are not followed and not taken along: the copy holds what lies in the workspace itself.
 * @throws AesopError `disk-full`, `no-permission`, `file-damaged` where a file reads back otherwise; nothing is left there then
 */
export async function copyWorkspace(from: string, to: string, copying: Copying): Promise<void> {
  confine(to);
  const unfinished = await newCopy(to);
  await onDisk(to, async () => {
    await noteTarget(from, to);
    try {
      // first, so that the place is not bare: it may be where a workspace was before
      await mkdir(unfinished, { mode: modeFor(unfinished, 'folder') });
      await copyAll(from, unfinished, copying);
    } catch (thrown) {
      await rm(unfinished, { recursive: true, force: true });
      await forgetTarget(from);
      throw thrown;
    }
    await chmod(to, 0o700).catch(() => {});
    await moveIn(unfinished, to);
    await forgetTarget(from);
  });
}
