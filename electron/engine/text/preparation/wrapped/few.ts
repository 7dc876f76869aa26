import { ColumnVotes } from './column-votes.ts';
import type { Ends, Width } from './ends.ts';
import { TRAITS } from './measure.ts';
import { NONE } from './page.ts';

/** Columns of Chinese or Japanese, of which a character takes two: verses and entries of lists are mostly shorter. */
const LEAST = 40;
const LONG = 60;
const MOST = 150;
/** A character more or less stands in a line whose next one would begin with a mark. */
const SLACK = 2;
const LEAST_FULL = 2;
/** So many of them end in the midst of a sentence; of long lines one is enough. */
const LEAST_OPEN = 2;
/** In so few lines that nothing else can tell. */
const MOST_ENDS = 12;

/** Whether the paragraph that goes on behind an end closes as sentences do. */
function closes({ lines, fit }: Ends, at: number): boolean {
  let last = at + 1;
  while (fit[last] !== NONE && last + 1 < lines.end) last++;
  return (lines.traits[last] & TRAITS.closed) !== 0;
}

/**
 * What a few lines of Chinese or Japanese were wrapped at: where two or three are as long as each other, the sentence goes on
 * over their ends and is parted within them, and no line ends otherwise. Verses and lists lack the one or the other.
 */
export function widthOfFew(ends: Ends): Width | undefined {
  const { all, lines, fit } = ends;
  if (ends.step !== 1 || all.length < LEAST_FULL || all.length > MOST_ENDS) return undefined;
  if (all.some((at) => ((ends.before(at) | ends.after(at)) & TRAITS.small) !== 0)) return undefined;
  const votes = new ColumnVotes(MOST);
  for (const at of all) votes.add(lines.length[at], fit[at]);
  const width = { columns: votes.likeliest, slack: SLACK };
  if (width.columns < LEAST || all.some((at) => ends.isBroken(at, width))) return undefined;
  const full = all.filter((at) => ends.isFull(at, width));
  const isOfPlainLines = full.every((at) => ends.isUnspaced(at) && closes(ends, at));
  if (full.length < LEAST_FULL || !isOfPlainLines) return undefined;
  const open = full.filter((at) => (ends.before(at) & TRAITS.marked) === 0).length;
  const parted = full.filter((at) => ends.isPartedUnspaced(at)).length;
  return open >= (width.columns >= LONG ? 1 : LEAST_OPEN) && 2 * parted >= full.length ? width : undefined;
}
