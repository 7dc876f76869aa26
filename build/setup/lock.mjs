import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CACHE } from './files.mjs';
import { say } from './progress.mjs';

const LOCK = join(CACHE, 'setup.lock');

/** When the process started, in clock ticks since boot: tells a process from a later one of the same id (Linux). @param {number} pid */
function startTime(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** @param {string} owner as written into the lock */
function isAlive(owner) {
  const [pid, started] = owner.trim().split(' ');
  if (!/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
  return !started || startTime(Number(pid)) === started;
}

function readOwner() {
  try {
    return readFileSync(LOCK, 'utf8');
  } catch {
    return undefined;
  }
}

/** Takes the lock of a dead owner out of the way; two that try at once end with one winner in `tryLock`. @param {string} owner */
function removeStale(owner) {
  const aside = `${LOCK}.${process.pid}`;
  try {
    renameSync(LOCK, aside);
    const taken = readFileSync(aside, 'utf8');
    if (taken === owner) rmSync(aside);
    else renameSync(aside, LOCK);
  } catch {
    // Another start was quicker.
  }
}

function tryLock() {
  mkdirSync(CACHE, { recursive: true });
  try {
    writeFileSync(LOCK, `${process.pid} ${startTime(process.pid)}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Runs `work` while no other set-up of this checkout runs; waits for one that does. A lock whose process is gone counts
 * for nothing.
 * @template T
 * @param {() => Promise<T>} work
 */
export async function withLock(work) {
  let waited = false;
  while (!tryLock()) {
    const owner = readOwner();
    if (owner !== undefined && !isAlive(owner)) removeStale(owner);
    else {
      if (!waited) say('progress.waitingFor', { process: owner?.split(' ')[0] ?? '?' });
      waited = true;
      await sleep(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}
