import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from '../contract/message.ts';
import { filesBelow } from '../storage/files/tree.ts';
import { engineTurn } from './engine-turn.ts';
import { diskFull, EngineFailure } from './failure.mjs';
import { fetchWheel, requireInFolder } from './fetch-wheel.ts';
import { enginesFolder, isWhole, listContents } from './installation.mjs';
import { findSources, type Sources } from './sources.ts';
import { strip } from './strip.ts';
import {
  factsOf,
  libraryPaths,
  mayStrip,
  placeOf,
  wheelsOf,
  type System,
  type Variant,
  type Wheel,
} from './systems.ts';
import { unpack } from './unpack.ts';
import { removeUnusedEngines } from './unused-engines.ts';

/** Shares of the whole work. */
const DOWNLOADED = 0.85;
const UNPACKED = 0.97;

export type Stage = 'waiting' | 'downloading' | 'unpacking' | 'proving';

/** How an engine gets its add-on. */
export interface AddonSource {
  /** what says which one it is, so that another makes another engine */
  readonly mark: string;
  /** members of TensorFlow's wheel, in its `tensorflow/include`, that lie in `include` of the engine's folder meanwhile */
  readonly headers?: RegExp;
  place(engine: string): Promise<void>;
}

export interface BringOptions {
  readonly system: System;
  readonly variant: Variant;
  readonly addon: AddonSource;
  readonly sources?: Sources;
  /** loads the engine in that folder and computes with it. @throws EngineFailure */
  prove(engine: string): Promise<void>;
  /** notes that the installation uses the engine, before anybody else can take it for unused */
  keep(name: string): void;
  /** told a share of the whole */
  progress(stage: Stage, fraction: number): void;
  readonly signal: AbortSignal;
}

/** What an engine is called: another recipe makes another one, and each is kept while an installation uses it. */
export function engineName({ system, variant, addon }: Pick<BringOptions, 'system' | 'variant' | 'addon'>): string {
  const recipe = JSON.stringify([wheelsOf(system, variant), libraryPaths(system), addon.mark]);
  const mark = createHash('sha256').update(recipe).digest('hex').slice(0, 12);
  return `${system}-${variant}-${factsOf(system).tensorflow}-${mark}`;
}

async function requireSpace(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = (bavail * bsize) / 1e9;
  if (free >= needed) return;
  const reason = message('shortfalls.diskShort', { needed, free: { amount: free, as: 'tenths' } });
  throw new EngineFailure(reason, message('remedies.freeSpaceAndSetUp'), true);
}

function unpackFailure(thrown: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return thrown;
  const { code, message: problem } = thrown as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return diskFull();
  return new EngineFailure(message('shortfalls.notUnpacked', { problem }), message('remedies.freeSpaceAndSetUp'), true);
}

/** Fetches and unpacks the wheels one by one, so that the disk never holds all of them. */
async function takeLibraries(options: BringOptions, downloads: string, engine: string): Promise<void> {
  const { system, variant, addon, signal, progress, sources = findSources() } = options;
  const wheels = wheelsOf(system, variant);
  if (sources.folder !== undefined && sources.offline) await requireInFolder(sources.folder, wheels);
  const all = wheels.reduce((sum, { bytes }) => sum + bytes, 0);
  let before = 0;
  const share = (bytes: number) => Math.min(1, (before + bytes) / all);
  const place = (wheel: Wheel) => (member: string) => placeOf(system, wheel, member, addon.headers);
  for (const wheel of wheels) {
    const told = { signal, progress: (bytes: number) => progress('downloading', DOWNLOADED * share(bytes)) };
    const path = await fetchWheel(wheel, sources, downloads, told);
    progress('unpacking', DOWNLOADED * share(wheel.bytes));
    await unpack(path, engine, place(wheel), signal).catch((thrown: unknown) => {
      throw unpackFailure(thrown, signal);
    });
    if (path.startsWith(downloads)) await rm(path);
    before += wheel.bytes;
  }
  for (const library of libraryPaths(system)) {
    if (!existsSync(join(engine, library)))
      throw new EngineFailure(message('shortfalls.notUnpacked', { problem: library }), '');
    if (mayStrip(system)) await strip(join(engine, library));
  }
}

/** Makes an engine under its name. */
async function make(options: BringOptions, folder: string, target: string): Promise<void> {
  const { system, variant, addon, prove, progress } = options;
  const [downloads, work] = [join(folder, 'downloads'), join(folder, 'unfinished')];
  await mkdir(downloads, { recursive: true });
  await requireSpace(folder, factsOf(system).gigabytes[variant] ?? 0);
  await rm(work, { recursive: true, force: true });
  try {
    await takeLibraries(options, downloads, work);
    progress('proving', UNPACKED);
    await addon.place(work);
    await rm(join(work, 'include'), { recursive: true, force: true });
    await rm(target, { recursive: true, force: true });
    await rename(work, target);
    // Only now: Windows moves no folder from which a library was loaded. Without its list it counts for nothing.
    await prove(target);
    listContents(target, await filesBelow(target));
    await rm(downloads, { recursive: true, force: true });
  } catch (thrown) {
    await rm(target, { recursive: true, force: true }).catch(() => {});
    throw thrown;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Brings TensorFlow for a system into the folder of engines: downloaded, compared with its hashes, unpacked, given its
 * add-on, and counted as there only once it was proven to compute. What is there already is left as it is; what broke off goes on.
 * @returns name of the engine
 * @throws EngineFailure; what `signal` aborts with
 */
export async function bringEngine(options: BringOptions): Promise<string> {
  const folder = enginesFolder();
  const name = engineName(options);
  const lock = await engineTurn(options.signal, () => options.progress('waiting', 0));
  try {
    if (!isWhole(join(folder, name))) await make(options, folder, join(folder, name));
    options.keep(name);
    await removeUnusedEngines();
    return name;
  } finally {
    await lock.release();
  }
}
