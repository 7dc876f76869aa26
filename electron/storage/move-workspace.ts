import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, realpath, rename, rm, rmdir, stat, statfs } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AesopError, phrase } from '../contract/errors.ts';
import { syncFolder, syncTree } from './atomic.ts';
import { onDisk } from './disk-errors.ts';
import { hashFile } from './hash.ts';

/** What systems put into every folder, and a copy that was cut short: none of it makes a folder full. */
const NOTHING = /^(\.DS_Store|Thumbs\.db|desktop\.ini|lost\+found|\.aesop-copy-.*)$/;
/** Every workspace has these from its first opening on. */
const MARKS = ['models', 'runs', 'stories', 'corpora'];
/** Not taken along: the log is the machine's own, locks and half-written files belong to processes. */
const LEFT = /^(log|lock\.json|\..*\.(tmp|old))$/;
const PIECE = 1 << 20;

/** A folder that a workspace may move to. */
export interface Place {
  readonly kind: 'empty' | 'workspace';
  /** bytes of the present workspace, and free there */
  readonly needed: number;
  readonly free: number;
}

interface Part {
  /** relative to the workspace */
  readonly path: string;
  readonly bytes: number;
}

/** Every file that is taken along; links are followed. */
async function partsOf(root: string, folder = ''): Promise<Part[]> {
  const parts: Part[] = [];
  for (const name of await readdir(join(root, folder))) {
    if (LEFT.test(name)) continue;
    const path = join(folder, name);
    const facts = await stat(join(root, path));
    if (facts.isDirectory()) parts.push(...(await partsOf(root, path)));
    else if (facts.isFile()) parts.push({ path, bytes: facts.size });
  }
  return parts;
}

const isWithin = (inner: string, outer: string) => {
  const way = relative(outer, inner);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && way !== inner);
};

/**
 * Looks at a folder that somebody chose for the workspace.
 * @throws AesopError `place-inside`, `place-full` where it holds other things, `no-permission`
 */
export function lookAtPlace(present: string, folder: string): Promise<Place> {
  return onDisk(folder, async () => {
    const [from, to] = [await realpath(present), await realpath(folder)];
    if (isWithin(to, from) || isWithin(from, to)) throw new AesopError('place-inside', { path: folder, present });
    await rmdir(await mkdtemp(join(to, '.aesop-copy-')));
    const names = (await readdir(to)).filter((name) => !NOTHING.test(name));
    const isWorkspace = MARKS.every((name) => names.includes(name));
    if (names.length > 0 && !isWorkspace) throw new AesopError('place-full', { path: folder });
    const { bavail, bsize } = await statfs(to);
    const needed = (await partsOf(from)).reduce((sum, { bytes }) => sum + bytes, 0);
    return { kind: isWorkspace ? 'workspace' : 'empty', needed, free: bavail * bsize };
  });
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
  await mkdir(dirname(to), { recursive: true });
  await pipeline(createReadStream(from, { highWaterMark: PIECE }), seen, createWriteStream(to, { flags: 'wx' }), {
    signal,
  });
  return hash.digest('hex');
}

/**
 * Copies a workspace into an empty folder and reads every file back. The old one stays as it is; the new one appears
 * only whole.
 * @throws AesopError `disk-full`, `no-permission`, `file-damaged` where a file reads back otherwise; nothing is left there then
 */
export async function copyWorkspace(
  from: string,
  to: string,
  { signal, progress }: { signal: AbortSignal; progress(fraction: number): void },
): Promise<void> {
  const unfinished = join(to, `.aesop-copy-${process.pid}-${randomBytes(6).toString('hex')}`);
  await onDisk(to, async () => {
    try {
      for (const name of MARKS) await mkdir(join(unfinished, name), { recursive: true });
      const parts = await partsOf(from);
      const total = 2 * parts.reduce((sum, { bytes }) => sum + bytes, 0);
      let done = 0;
      const tell = (bytes: number) => progress((done += bytes) / Math.max(1, total));
      for (const { path, bytes } of parts) {
        const written = await copyPart(join(from, path), join(unfinished, path), tell, signal);
        const found = await hashFile(join(unfinished, path));
        if (found !== written) throw new AesopError('file-damaged', { path, problem: phrase('not-as-written') });
        tell(bytes);
      }
      await syncTree(unfinished);
      signal.throwIfAborted();
      // Without its last mark a folder is no workspace yet.
      const names = await readdir(unfinished);
      for (const name of names.filter((each) => each !== MARKS[3]).concat(MARKS[3]))
        await rename(join(unfinished, name), join(to, name));
      await syncFolder(to);
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  });
}
