import type { Measured } from './measure.ts';
import { pairOf, type Pair } from './width.ts';

/** Names of who speaks, alone in their line. */
const SPEAKER = /^\s*\p{Lu}[\p{L}.’' -]{0,30}:$|^\s*\p{Lu}[\p{Lu}.’' -]{1,30}\.?$/u;
const PLAY = 0.08;

/** For each line the pair with the next one that it may belong to, and with the one behind a blank line. */
export const closeTo = (lines: readonly Measured[]): (Pair | undefined)[] =>
  lines.map((line, at) => (at + 1 < lines.length ? pairOf(line, lines[at + 1]) : undefined));
export const acrossBlanks = (lines: readonly Measured[]): (Pair | undefined)[] =>
  lines.map((line, at) =>
    at + 2 < lines.length && !line.blank && lines[at + 1].blank && !lines[at + 2].blank
      ? pairOf(line, lines[at + 2])
      : undefined,
  );

/** Pairs that follow one another, `step` lines from each to the next. */
export function paragraphsOf(pairs: readonly (Pair | undefined)[], step: number): Pair[][] {
  const paragraphs: Pair[][] = [];
  pairs.forEach((pair, at) => {
    if (!pair) return;
    if (at >= step && pairs[at - step]) paragraphs.at(-1)?.push(pair);
    else paragraphs.push([pair]);
  });
  return paragraphs;
}

/** Whether lines can have anything to join: paragraphs of one long line each, with or without blank ones, have not. */
export function hasPairs(lines: readonly Measured[]): boolean {
  let count = 0;
  for (const { alone } of lines) if (!alone && ++count > 3) return true;
  return false;
}

/** Whether many lines only name who speaks. */
export function isPlay(lines: readonly Measured[]): boolean {
  let said = 0;
  let speakers = 0;
  for (const { text, blank } of lines) {
    if (blank) continue;
    said++;
    if (text.length < 40 && SPEAKER.test(text)) speakers++;
  }
  return speakers > 3 && speakers > PLAY * said;
}

export const pairsIn = (pairs: readonly (Pair | undefined)[]) => pairs.reduce((sum, pair) => sum + (pair ? 1 : 0), 0);
