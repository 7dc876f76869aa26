import type { TextSymbols } from '../../../../electron/contract/corpus.ts';
import type { Span } from '../reader/marks.ts';
import type { PageLine } from '../reader/text-pages.ts';

/** A symbol in its line. */
export interface PlacedSymbol {
  readonly index: number;
  readonly kind: TextSymbols['kinds'][number];
  readonly hit?: Span;
}

/**
 * The symbols of a page by the line that they begin in; those of blank lines belong to the line before.
 * @param start where the page begins in the text
 * @returns by the start of each line
 */
export function symbolsByLine(
  { kinds, order, starts }: TextSymbols,
  start: number,
  lines: readonly PageLine[],
  hits: readonly Span[],
): Map<number, PlacedSymbol[]> {
  const placed = new Map<number, PlacedSymbol[]>(lines.map((line) => [line.start, []]));
  let [row, next] = [0, 0];
  for (const [index, which] of order.entries()) {
    const kind = kinds[which];
    const from = starts[index] - start;
    const to = from + kind.symbol.length;
    while (row + 1 < lines.length && lines[row + 1].start <= from) row++;
    while (next < hits.length && hits[next][1] <= from) next++;
    const hit = hits[next] && hits[next][0] < to ? hits[next] : undefined;
    placed.get(lines[row]?.start ?? 0)?.push({ index, kind, hit });
  }
  return placed;
}

/** A symbol so that all of it can be seen: blanks by signs, apart from the rest. */
export function visibleSymbol(symbol: string): { blank: string; rest: string } {
  // no space where the rule sets one
  if (symbol === '') return { blank: '⁀', rest: '' };
  const [blank] = /^\s*/u.exec(symbol)!;
  const signs = blank.replace(/\n/g, '↵').replace(/\t/g, '⇥').replace(/\s/gu, '·');
  return { blank: signs, rest: symbol.slice(blank.length) };
}
