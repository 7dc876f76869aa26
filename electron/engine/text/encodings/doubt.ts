import type { Doubt } from '../../../contract/corpus.ts';
import type { Reading } from './contest.ts';

/** A reading that is less sure than this says so. */
const SURE = 0.9;
const SHOWN = 80;
/** So much is shown before the first place that differs. */
const BEFORE = 20;

/** One line of each, from shortly before the first place in which they differ. */
function firstDifference(one: string, other: string): [string, string] {
  const [lines, others] = [one.split(/\r\n?|\n/), other.split(/\r\n?|\n/)];
  const row = Math.max(
    0,
    lines.findIndex((line, index) => line !== others[index]),
  );
  const [line, its] = [[...lines[row]], [...(others[row] ?? '')]];
  const from = Math.max(0, line.findIndex((character, index) => character !== its[index]) - BEFORE);
  return [line, its].map((characters) => characters.slice(from, from + SHOWN).join('')) as [string, string];
}

/** What a reader should be told of a guess, if anything. @param readings best first */
export function doubtOf(confidence: number, readings: readonly Reading[]): Doubt | undefined {
  const [best] = readings;
  const next = confidence < SURE ? readings.find(({ text }) => text !== best.text) : undefined;
  if (!next) return undefined;
  const [ours, sample] = firstDifference(best.text, next.text);
  return { encoding: next.encoding, sample, ours };
}
