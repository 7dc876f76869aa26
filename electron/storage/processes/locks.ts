import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, lstat, lutimes, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { AesopError } from '../../contract/errors.ts';
import { temporaryPath } from '../files/atomic.ts';
import { onDisk, systemCode } from '../files/disk-errors.ts';
import { modeFor, refuseLinks } from '../files/confinement.ts';
import { isRunning, startTime } from './processes.ts';

const FILE = 'lock.json';
/** Holders on other machines cannot be asked whether they live; they touch their lock this often instead. */
const TOUCH_EVERY = 20_000;
const SILENT_AFTER = 120_000;
/** Milliseconds between two looks at a lock that is waited for, and all that it is waited for. */
const LOOK_EVERY = 15;
const LONGEST_WAIT = 3000;
/** A worker ends at most this long after its studio did (worker/watchdog.ts), on a machine that has much else to do. */
const LONGEST_ENDING = 10_000;
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EOPNOTSUPP']);

const processSchema = z.strictObject({ pid: z.int(), started: z.string().nullable() });
const lockSchema = z.strictObject({
  ...processSchema.shape,
  host: z.string(),
  token: z.string(),
  /** the process that the holder ends with */
  owner: processSchema.optional(),
});
type Lock = z.infer<typeof lockSchema>;

/** A held lock; `release` gives it back. */
export interface HeldLock {
  release(): Promise<void>;
}

async function readLock(path: string): Promise<Lock | undefined> {
  const facts = await lstat(path).catch(() => undefined);
  if (!facts) return undefined;
  try {
    // A pipe would be waited for; what a link says was not written here.
    if (facts.isFile()) return lockSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return undefined;
  }
  // Torn or foreign: nobody can be told to hold it.
  return { pid: 0, started: null, host: hostname(), token: '' };
}

async function isHeld(lock: Lock, path: string): Promise<boolean> {
  if (lock.host !== hostname()) {
    const touched = await lstat(path).catch(() => undefined);
    return touched !== undefined && Date.now() - touched.mtimeMs < SILENT_AFTER;
  }
  return isRunning(lock.pid, lock.started);
}

async function holderOf(path: string): Promise<number | undefined> {
  const lock = await readLock(path);
  return lock && (await isHeld(lock, path)) ? lock.pid : undefined;
}

/** Id of the process that works in `folder` now; nothing when nobody does. */
export function lockHolder(folder: string): Promise<number | undefined> {
  return holderOf(join(folder, FILE));
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

/**
 * Puts a written lock in the place of a dead holder's: by one process at a time, under a lock that is named by the dead
 * one, so that what others have placed meanwhile is never taken for it.
 * @returns false where somebody else was sooner
 */
async function replaceStale(written: string, path: string): Promise<boolean> {
  const stale = await readLock(path);
  if (!stale || (await isHeld(stale, path))) return false;
  const name = createHash('sha256').update(stale.token).digest('hex').slice(0, 12);
  const claim = await tryLock(`${path}.${name}`);
  if (typeof claim === 'number') {
    await wait(LOOK_EVERY);
    return false;
  }
  try {
    const still = await readLock(path);
    if (!still || still.token !== stale.token || (await isHeld(still, path))) return false;
    await rename(written, path);
    return true;
  } finally {
    await claim.release();
  }
}

/**
 * Takes the lock at `path`. A lock whose process is gone counts for nothing; one that is a link is taken away, its target
 * is left alone.
 * @returns the lock, or the process that holds it
 * @throws AesopError `not-plain` for a folder of that name, or in a linked folder of a workspace
 */
async function tryLock(path: string, owner?: number): Promise<HeldLock | number> {
  await refuseLinks(dirname(path));
  if ((await lstat(path).catch(() => undefined))?.isDirectory()) throw new AesopError('not-plain', { path });
  const token = randomBytes(8).toString('hex');
  const named = async (pid: number) => ({ pid, started: await startTime(pid) });
  const mine: Lock = {
    ...(await named(process.pid)),
    host: hostname(),
    token,
    owner: owner === undefined ? undefined : await named(owner),
  };
  const fresh = temporaryPath(path);
  return onDisk(path, async () => {
    await writeFile(fresh, JSON.stringify(mine), { mode: modeFor(path, 'file') });
    try {
      for (;;) {
        const other = await holderOf(path);
        if (other !== undefined) return other;
        if (await placeLock(fresh, path)) return hold(path, token);
        if (await replaceStale(fresh, path)) return hold(path, token);
      }
    } finally {
      await rm(fresh, { force: true });
    }
  });
}

/** Whether the lock's holder is about to end, because what it ends with has ended. */
async function isEnding(path: string): Promise<boolean> {
  const { host, owner } = (await readLock(path)) ?? {};
  return host === hostname() && owner !== undefined && !(await isRunning(owner.pid, owner.started));
}

/** Looks again for as long as somebody holds the lock who is about to end, as a worker is whose studio was killed. */
async function pastEnding<T>(path: string, look: () => Promise<T | number>): Promise<T | number> {
  const until = performance.now() + LONGEST_ENDING;
  for (;;) {
    const seen = await look();
    if (typeof seen !== 'number' || performance.now() > until || !(await isEnding(path))) return seen;
    await wait(LOOK_EVERY);
  }
}

/** Id of the process that works in `folder` and goes on doing so: one that is about to end is waited for. */
export function lastingHolder(folder: string): Promise<number | undefined> {
  const path = join(folder, FILE);
  return pastEnding(path, () => holderOf(path));
}

/**
 * Takes the one lock of a run's folder, held by this process until it releases it or ends. A holder that is about to end
 * is waited for.
 * @param owner id of the process that this one ends with
 * @throws AesopError `run-locked` naming the process that holds it, `not-plain` where the folder is a link
 */
export async function takeLock(folder: string, owner?: number): Promise<HeldLock> {
  const path = join(folder, FILE);
  const taken = await pastEnding(path, () => tryLock(path, owner));
  if (typeof taken !== 'number') return taken;
  throw new AesopError('run-locked', { id: basename(folder), pid: String(taken) });
}

/**
 * Does some moments' work while no other process does work under the same lock. After three seconds it is done all the
 * same: a holder on another machine that died cannot be told from one that lives. So it is where no lock can be made;
 * what is wrong there the work itself will say.
 */
export async function underLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + LONGEST_WAIT;
  const look = () => tryLock(path).catch(() => undefined);
  let lock = await look();
  while (typeof lock === 'number' && performance.now() < until) {
    await wait(LOOK_EVERY);
    lock = await look();
  }
  try {
    return await work();
  } finally {
    if (typeof lock === 'object') await lock.release();
  }
}

function hold(path: string, token: string): HeldLock {
  const timer = setInterval(() => {
    const now = new Date();
    void lutimes(path, now, now).catch(() => {});
  }, TOUCH_EVERY);
  timer.unref();
  return {
    async release() {
      clearInterval(timer);
      if ((await readLock(path))?.token === token) await rm(path, { force: true });
    },
  };
}
