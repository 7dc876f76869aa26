import { searchPattern } from '../../../../electron/contract/text-search.ts';
import type { TextPlace } from '../../../lib/text-place.ts';

/** A stretch of a page: from, to behind its end. */
export type Span = readonly [number, number];

/** Where a page says what is searched for, the current hit included even where it goes on over the page's end. */
export function hitsIn(page: string, searched: string, current?: Span): Span[] {
  if (searched.trim() === '') return [];
  const spans = [...page.matchAll(searchPattern(searched))].map(({ index, 0: text }): Span => [
    index,
    index + text.length,
  ]);
  if (!current || spans.some(([from]) => from === current[0])) return spans;
  const others = spans.filter(([from, to]) => to <= current[0] || from >= current[1]);
  return [...others, current].sort((a, b) => a[0] - b[0]);
}

/** What a page has of a stretch of the text, without the blanks around it. @param start where the page begins */
export function stretchOn({ start, text }: { start: number; text: string }, place: TextPlace): Span | undefined {
  const from = Math.max(0, place.offset - start);
  const within = text.slice(from, Math.max(from, place.offset + place.characters - start));
  const said = within.trim();
  if (!said) return undefined;
  const begin = from + within.indexOf(said);
  return [begin, begin + said.length];
}

/** A piece of a line, and the hit that it belongs to. */
export interface Piece {
  readonly text: string;
  readonly hit?: Span;
}

/** A line in pieces, hits apart. */
export function piecesOf(page: string, line: { start: number; end: number }, hits: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = line.start;
  for (const hit of hits) {
    if (hit[1] <= at) continue;
    if (hit[0] >= line.end) break;
    if (hit[0] > at) pieces.push({ text: page.slice(at, hit[0]) });
    const from = Math.max(at, hit[0]);
    at = Math.min(line.end, hit[1]);
    pieces.push({ text: page.slice(from, at), hit });
  }
  if (at < line.end) pieces.push({ text: page.slice(at, line.end) });
  return pieces;
}
