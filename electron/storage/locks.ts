import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { AesopError } from '../contract/errors.ts';
import { onDisk, systemCode } from './disk-errors.ts';
import { isAlive, startTime } from './processes.ts';

const FILE = 'lock.json';
/** Holders on other machines cannot be asked whether they live; they touch their lock this often instead. */
const TOUCH_EVERY = 20_000;
const SILENT_AFTER = 120_000;
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EOPNOTSUPP']);

const lockSchema = z.strictObject({
  pid: z.int(),
  started: z.string().nullable(),
  host: z.string(),
  token: z.string(),
});
type Lock = z.infer<typeof lockSchema>;

/** A held lock; `release` gives it back. */
export interface HeldLock {
  release(): Promise<void>;
}

async function readLock(path: string): Promise<Lock | undefined> {
  try {
    return lockSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return undefined;
    // Torn or foreign: nobody can be told to hold it.
    return { pid: 0, started: null, host: hostname(), token: '' };
  }
}

async function isHeld(lock: Lock, path: string): Promise<boolean> {
  if (lock.host !== hostname()) {
    const touched = await stat(path).catch(() => undefined);
    return touched !== undefined && Date.now() - touched.mtimeMs < SILENT_AFTER;
  }
  if (lock.pid <= 0 || !isAlive(lock.pid)) return false;
  return lock.started === null || lock.started === (await startTime(lock.pid));
}

/** Id of the process that works in `folder` now; nothing when nobody does. */
export async function lockHolder(folder: string): Promise<number | undefined> {
  const path = join(folder, FILE);
  const lock = await readLock(path);
  return lock && (await isHeld(lock, path)) ? lock.pid : undefined;
}

/**
 * Puts a written lock under its name, where none is. A link appears with its whole content or not at all; file systems
 * without links (memory sticks) get a copy, which appears and fills in two moments.
 * @returns false where there is one already
 */
async function placeLock(written: string, path: string): Promise<boolean> {
  try {
    await link(written, path).catch((thrown: unknown) => {
      if (!NO_LINKS.has(systemCode(thrown))) throw thrown;
      return copyFile(written, path, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (thrown) {
    if (systemCode(thrown) === 'EEXIST') return false;
    throw thrown;
  }
}

/** Takes a dead holder's lock away; if a living one slipped in meanwhile, its lock is put back. */
async function clearStale(path: string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  await rename(path, aside).catch(() => {});
  const taken = await readLock(aside);
  if (taken && (await isHeld(taken, aside))) await placeLock(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

function refusal(folder: string, pid: number): AesopError {
  return new AesopError('run-locked', { id: basename(folder), pid: String(pid) });
}

/**
 * Takes the one lock of a run's folder, held by this process until it releases it or ends. A lock whose process is gone
 * counts for nothing.
 * @throws AesopError `run-locked` naming the process that holds it
 */
export async function takeLock(folder: string): Promise<HeldLock> {
  const path = join(folder, FILE);
  const token = randomBytes(8).toString('hex');
  const mine: Lock = { pid: process.pid, started: await startTime(process.pid), host: hostname(), token };
  const fresh = join(dirname(path), `.${FILE}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  return onDisk(path, async () => {
    await writeFile(fresh, JSON.stringify(mine));
    try {
      for (;;) {
        const other = await lockHolder(folder);
        if (other !== undefined) throw refusal(folder, other);
        if (await placeLock(fresh, path)) return hold(path, token);
        if ((await lockHolder(folder)) === undefined) await clearStale(path);
      }
    } finally {
      await rm(fresh, { force: true });
    }
  });
}

function hold(path: string, token: string): HeldLock {
  const timer = setInterval(() => {
    const now = new Date();
    void utimes(path, now, now).catch(() => {});
  }, TOUCH_EVERY);
  timer.unref();
  return {
    async release() {
      clearInterval(timer);
      if ((await readLock(path))?.token === token) await rm(path, { force: true });
    },
  };
}
