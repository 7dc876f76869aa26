import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from '../contract/message.ts';
import { hashFile } from '../storage/files/hash.ts';
import { downloadByPip, pythonWithPip } from './by-pip.ts';
import { download } from './download.ts';
import { diskFull, EngineFailure, isEngineFailure } from './failure.mjs';
import { addressOf, isNamed, shownName } from './package-index.ts';
import type { Sources } from './sources.ts';
import type { Wheel } from './systems.ts';

const TRY_LATER = message('remedies.connectAndSetUp');

const damaged = ({ project, version }: Wheel) =>
  new EngineFailure(message('shortfalls.downloadDamaged', { project, version }), TRY_LATER, true);

/** @returns the error as it is told; what was broken off stays as it is */
function whyNot(thrown: unknown, signal: AbortSignal): unknown {
  if (signal.aborted || isEngineFailure(thrown)) return thrown;
  const { cause, message: said } = thrown as Error & { cause?: { message?: string } };
  if (/No space left|ENOSPC/.test(said)) return diskFull();
  // fetch says no more than that it failed.
  const problem = (said === 'fetch failed' && cause?.message) || said;
  return new EngineFailure(message('shortfalls.notDownloaded', { problem }), TRY_LATER, true);
}

/** The wheel in a folder that a person filled. */
async function inFolder(folder: string, wheel: Wheel): Promise<string | undefined> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!isNamed(wheel, name)) continue;
    const path = join(folder, name);
    if ((await hashFile(path)) === wheel.sha256) return path;
    throw damaged(wheel);
  }
  return undefined;
}

/** @throws EngineFailure unless a folder that is asked alone has them all: none is unpacked before another is missed */
export async function requireInFolder(folder: string, wheels: readonly Wheel[]): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const missing = wheels.filter((wheel) => !names.some((name) => isNamed(wheel, name)));
  if (missing.length === 0) return;
  const files = missing.map(shownName).join(', ');
  throw new EngineFailure(message('shortfalls.notInFolder', { files }), message('remedies.fillFolder'));
}

interface Told {
  progress(bytes: number): void;
  signal: AbortSignal;
  /** milliseconds before a download that broke off is tried again, else a second */
  pause?: number;
}

async function fromIndex(index: string, wheel: Wheel, path: string, told: Told): Promise<void> {
  const wanted = { ...wheel, ...told, path, address: () => addressOf(index, wheel, told.signal) };
  // What was damaged on its way may come whole the next time.
  if (!(await download(wanted)) && !(await download(wanted))) throw damaged(wheel);
}

async function fromPip(python: string, wheel: Wheel, path: string, { signal }: Told): Promise<void> {
  for (const fresh of [false, true]) {
    await downloadByPip(python, wheel, path, fresh, signal);
    if ((await hashFile(path)) === wheel.sha256) return;
    await rm(path);
  }
  throw damaged(wheel);
}

/** From the index that is named; by pip where none is, or where it does not give it. */
async function throughNetwork(wheel: Wheel, { index }: Sources, path: string, told: Told): Promise<void> {
  let failed: unknown;
  if (index !== undefined) {
    try {
      return await fromIndex(index, wheel, path, told);
    } catch (thrown) {
      told.signal.throwIfAborted();
      failed = thrown;
    }
  }
  const python = await pythonWithPip();
  if (python !== undefined) return fromPip(python, wheel, path, told);
  throw failed ?? new EngineFailure(message('shortfalls.noIndex'), message('remedies.nameIndex'));
}

/**
 * Brings a wheel into `downloads`, compared with its hash: out of the folder that was named, from the index that was named,
 * or by pip.
 * @returns its path; one in the named folder stays where it is
 * @throws EngineFailure
 */
export async function fetchWheel(wheel: Wheel, sources: Sources, downloads: string, told: Told): Promise<string> {
  const path = join(downloads, `${wheel.sha256.slice(0, 16)}.whl`);
  try {
    const given = sources.folder && (await inFolder(sources.folder, wheel));
    if (given) return given;
    if ((await hashFile(path).catch(() => '')) !== wheel.sha256) await throughNetwork(wheel, sources, path, told);
    return path;
  } catch (thrown) {
    throw whyNot(thrown, told.signal);
  }
}
