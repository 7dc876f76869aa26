import { stat } from 'node:fs/promises';
import { firstHitFrom, searchText, type Hits } from '../../engine/text/search.ts';
import { onDisk } from '../../storage/files/disk-errors.ts';
import { openToRead } from '../../storage/files/open-to-read.ts';
import type { Job } from '../job.ts';

/** Hits of one search that are counted and kept. */
const MOST = 1_000_000;
const PIECE = 1 << 20;

let kept: { key: string; hits: Hits } | undefined;

/** Where a text says something, round a place of it; the hits stay for the next place asked about. */
export const search: Job<'search'> = async ({ path, text, near, limit }, { signal }) => {
  const { mtimeMs, size } = await onDisk(path, () => stat(path));
  const key = [path, mtimeMs, size, text].join('|');
  if (kept?.key !== key) {
    const pieces = (await openToRead(path)).createReadStream({ encoding: 'utf8', highWaterMark: PIECE });
    const hits = searchText(pieces as AsyncIterable<string>, text, { most: MOST, signal });
    kept = { key, hits: await onDisk(path, () => hits) };
  }
  const { offsets, lengths, complete } = kept.hits;
  const at = firstHitFrom(kept.hits, near);
  const first = Math.max(0, Math.min(at - Math.floor(limit / 2), offsets.length - limit));
  const hits = offsets
    .slice(first, first + limit)
    .map((offset, index): [number, number] => [offset, lengths[first + index]]);
  return { total: offsets.length, complete, first, hits };
};
