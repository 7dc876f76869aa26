import { lstat, rm } from 'node:fs/promises';
import { nameOf } from '../../contract/common.ts';
import type { DeletableKind, Deleted, DeletedThings, Trash } from '../../contract/machine.ts';
import { renamePatiently, temporaryPath } from '../files/atomic.ts';
import type { Trashed } from '../records/collection.ts';
import { bytesIn, filesBelow } from '../files/tree.ts';
import type { Workspace } from './workspace.ts';

const DAY = 24 * 60 * 60 * 1000;
const DAYS_KEPT = 30;
const LAST_DAY = Date.UTC(9999, 11, 31);
/** More than these nobody looks through; each is opened for its name. */
const MOST_LISTED = 200;

/** All that was deleted here, oldest first. What else lies in the trash, or behind a link in its place, is not ours. */
async function trashed({ corpora, runs, models, stories, passages, booklets }: Workspace): Promise<Trashed[]> {
  const kinds = [corpora, runs, models, stories, passages, booklets].map((kind) => kind.trashed().catch(() => []));
  return (await Promise.all(kinds)).flat().sort((a, b) => a.deletedAt - b.deletedAt);
}

async function sizeOf(path: string): Promise<number> {
  const facts = await lstat(path);
  return facts.isDirectory() ? bytesIn(await filesBelow(path)) : facts.size;
}

/** Files may bear times that no calendar has. */
const dateOf = (time: number): string => new Date(Math.max(0, Math.min(LAST_DAY, time))).toISOString();

/** How much the trash holds. Something unreadable in there counts for nothing; its neighbours do. */
export async function describeTrash(workspace: Workspace): Promise<Trash> {
  const things = await trashed(workspace);
  const sizes = await Promise.all(things.map(({ path }) => sizeOf(path).catch(() => 0)));
  return {
    items: things.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    oldest: things.length > 0 ? dateOf(things[0].deletedAt) : null,
  };
}

/** What can come back, the newest first. */
export async function listTrash(workspace: Workspace): Promise<DeletedThings> {
  const found = (await trashed(workspace)).filter(({ isLink }) => !isLink).reverse();
  const things: Deleted[] = [];
  for (const { kind, id, deletedAt } of found.slice(0, MOST_LISTED)) {
    const name = await workspace[kind].nameInTrash(id).catch(() => '');
    things.push({ kind, id, name: nameOf(name, ''), deletedAt: dateOf(deletedAt) });
  }
  return { things, more: found.length - things.length };
}

/** Of which kinds something of that id can come back, the newest first. */
export async function kindsInTrash(workspace: Workspace, id: string): Promise<DeletableKind[]> {
  const found = (await trashed(workspace)).filter((each) => each.id === id && !each.isLink);
  return found.reverse().map(({ kind }) => kind);
}

/**
 * Deletes for good what lies in the trash; what cannot be deleted stays and stops nothing.
 * @param before only what was deleted before this moment, milliseconds since 1970
 * @returns what is gone
 */
export async function emptyTrash(workspace: Workspace, before = Infinity): Promise<Omit<Trash, 'oldest'>> {
  const gone = { items: 0, bytes: 0 };
  for (const { path } of (await trashed(workspace)).filter(({ deletedAt }) => deletedAt < before)) {
    const bytes = await sizeOf(path).catch(() => 0);
    try {
      // Under a hidden name first: half of a thing must not come back when this is cut short.
      const aside = temporaryPath(path);
      await renamePatiently(path, aside);
      await rm(aside, { recursive: true, force: true });
      gone.items++;
      gone.bytes += bytes;
    } catch {
      // It stays, or what is left of it goes with the strays of this process.
    }
  }
  return gone;
}

/** Deletes for good what has been in the trash for 30 days. */
export function emptyOldTrash(workspace: Workspace, now = Date.now()): Promise<Omit<Trash, 'oldest'>> {
  return emptyTrash(workspace, now - DAYS_KEPT * DAY);
}
