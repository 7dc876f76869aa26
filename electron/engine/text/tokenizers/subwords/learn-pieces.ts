import { mergedPieces } from './merges.ts';
import { PieceCutter } from './subwords.ts';

/** Pieces made for each that stays: some are only steps on the way to longer ones. */
const MADE = 1.5;
/** A piece that stands but once teaches nothing. */
const LEAST_USES = 2;
/** Rounds in which pieces too many go: what they stood for falls to others, which are counted anew. */
const ROUNDS = 8;

/** UTF-16 units of different stretches that pieces are learnt from: some 125,000 words. */
const MOST_CHARACTERS = 1_000_000;

interface Limits {
  most: number;
  minimumCount: number;
  /** of different stretches to learn from, UTF-16 units */
  mostCharacters?: number;
}

/** How often each piece is used where stretches are cut by them. */
function usesOf(pieces: ReadonlySet<string>, stretches: readonly string[], counts: ArrayLike<number>) {
  const uses = new Map<string, number>();
  const cutter = new PieceCutter(pieces);
  stretches.forEach((stretch, index) => {
    let at = 0;
    for (const length of cutter.cut(stretch)) {
      const piece = stretch.slice(at, (at += length));
      if (pieces.has(piece)) uses.set(piece, (uses.get(piece) ?? 0) + counts[index]);
    }
  });
  return uses;
}

/** The most frequent stretches, ties in their order, of which pieces are learnt in bounded time and memory. */
function frequentStretches(stretches: readonly string[], counts: ArrayLike<number>, most: number) {
  const characters = stretches.reduce((sum, { length }) => sum + length, 0);
  if (characters <= most) return { stretches, counts };
  const order = Uint32Array.from(stretches.keys()).sort((a, b) => counts[b] - counts[a] || a - b);
  let left = most;
  const taken = order.subarray(
    0,
    order.findIndex((index) => (left -= stretches[index].length) < 0),
  );
  return { stretches: Array.from(taken, (index) => stretches[index]), counts: taken.map((index) => counts[index]) };
}

/** How often a text holds each of its characters, in order of first appearance. */
export function characterCounts(stretches: readonly string[], counts: ArrayLike<number>): Map<string, number> {
  const found = new Map<string, number>();
  stretches.forEach((stretch, index) => {
    for (const character of stretch) found.set(character, (found.get(character) ?? 0) + counts[index]);
  });
  return found;
}

/**
 * The pieces of more than one character that serve a text best: made by merging, then those that are used least are
 * left out until the number is right. Where a text has too many different stretches, the most frequent ones teach.
 * @param all the different stretches of a text, as `preTokens` cuts it
 * @param countsOfAll how often each occurs
 */
export function learnPieces(
  all: readonly string[],
  countsOfAll: ArrayLike<number>,
  { most, minimumCount, mostCharacters = MOST_CHARACTERS }: Limits,
): ReadonlySet<string> {
  const { stretches, counts } = frequentStretches(all, countsOfAll, mostCharacters);
  const least = Math.max(LEAST_USES, minimumCount);
  let pieces: ReadonlySet<string> = new Set(mergedPieces(stretches, counts, Math.ceil(MADE * most)));
  for (let round = ROUNDS; ; round--) {
    const uses = usesOf(pieces, stretches, counts);
    const used = [...uses].filter(([, count]) => count >= least).sort(([, a], [, b]) => b - a);
    const excess = Math.max(0, used.length - most);
    if (used.length === pieces.size && excess === 0) return pieces;
    // a part of them at a time, and all in the last round
    const kept = used.length - (round <= 1 ? excess : Math.ceil(excess / 2));
    pieces = new Set(used.slice(0, kept).map(([piece]) => piece));
  }
}
