import type { Line } from './lines.ts';

/** Distance to the line before, among those of the page, from which on a paragraph begins. */
export const WIDE = 1.4;
/** Shares of a distance, and of a height of type, by which those of one kind differ. */
const SAME_STEP = 0.04;
const SAME_TYPE = 0.12;
/** How often a distance is met that is one of lines, of all of them at least. */
const LEAST = 3;
const LEAST_SHARE = 0.15;

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/**
 * The distance of the lines of a paragraph on a page, in points: the smallest that is usual among lines of its type, for where
 * most paragraphs are short, most distances are those between them.
 */
export function usualStep(lines: readonly Line[]): number {
  const type = median(lines.map(({ height }) => height));
  const isOfText = ({ height }: Line) => Math.abs(height - type) <= SAME_TYPE * type;
  const all: number[] = [];
  const ofText: number[] = [];
  for (const [at, next] of lines.slice(1).entries()) {
    const step = lines[at].y - next.y;
    if (step <= 0) continue;
    all.push(step);
    if (isOfText(lines[at]) && isOfText(next)) ofText.push(step);
  }
  ofText.sort((a, b) => a - b);
  const enough = Math.max(LEAST, LEAST_SHARE * ofText.length);
  const at = ofText.findIndex(
    (step, from) => (ofText[from + Math.ceil(enough) - 1] ?? Infinity) <= (1 + SAME_STEP) * step,
  );
  return at < 0 ? median(all) : ofText[at];
}

/** Whether a line stands so far below another that it begins a paragraph. */
export const isFarBelow = (line: Line, next: Line, usual: number): boolean =>
  usual > 0 && line.y - next.y > WIDE * usual;
