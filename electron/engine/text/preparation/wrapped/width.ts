import { ColumnVotes } from './column-votes.ts';
import { widthOfFew } from './few.ts';
import { isFlush, isSaidBehind } from './flush.ts';
import type { Ends, Width } from './ends.ts';
import { TRAITS } from './measure.ts';

export const LEAST = 34;
/** In columns, of which a character takes two. */
const LEAST_UNSPACED = 30;
export const MOST = 150;
const LEAST_PAIRS = 4;

/** Of so many lines that could, as few leave room where they are not wrapped; fewer say nothing. */
const ROOMY = 0.15;
const LEAST_ROOMY = 12;
/** So many lines of prose are parted by commas and full stops, if it has any. */
const PARTED = 0.1;
/** The same of a script without blanks, where a line of one sentence is full as easily as any: names in a list have no marks. */
const PARTED_UNSPACED = 0.4;
/** Of more than so many a number is the first word: rows of a table, a log. */
const NUMBERED = 0.3;

/** Whether full lines are as unequal as words make them. */
function isRagged(ends: Ends, all: readonly number[], width: Width): boolean {
  let roomy = 0;
  let close = 0;
  let justified = 0;
  for (const at of all) {
    if (!ends.isFull(at, width)) continue;
    const room = ends.leavesRoom(at, width);
    if (room === true) roomy++;
    else if (room === false) close++;
    if (ends.isJustified(at)) justified++;
  }
  return roomy + close < LEAST_ROOMY || roomy + 1 >= ROOMY * (roomy + close) || justified > all.length / 2;
}

/** Whether sentences end within lines, too. What is wrapped exactly, need not have any. */
function isParted(ends: Ends, all: readonly number[]): boolean {
  let parted = 0;
  for (const at of all) if (ends.isParted(at)) parted++;
  return parted >= PARTED * all.length;
}

function isPartedUnspaced(ends: Ends, all: readonly number[], width: Width): boolean {
  const full = all.filter((at) => ends.isFull(at, width));
  return full.filter((at) => ends.isPartedUnspaced(at)).length >= PARTED_UNSPACED * full.length;
}

/** The columns that are in line with most ends. */
export function likeliest(
  { lines, fit }: { lines: { length: Int32Array }; fit: Int32Array },
  all: readonly number[],
): number {
  const votes = new ColumnVotes(MOST);
  for (const at of all) votes.add(lines.length[at], fit[at]);
  return votes.likeliest;
}

interface Demands {
  slack: number;
  full: number;
  small: number;
  marked: number;
}
/** The rounder a text is wrapped, the more its words must say that it is. */
const DEMANDS: readonly Demands[] = [
  { slack: 0, full: 0.82, small: 0.4, marked: 0.5 },
  { slack: 2, full: 0.82, small: 0.45, marked: 0.45 },
  { slack: 5, full: 0.85, small: 0.55, marked: 0.4 },
  { slack: 9, full: 0.88, small: 0.65, marked: 0.35 },
];

function meets(ends: Ends, all: readonly number[], columns: number, { slack, full, small, marked }: Demands): boolean {
  const width = { columns, slack };
  let wrapped = 0;
  let broken = 0;
  let smalls = 0;
  let capitals = 0;
  let numbers = 0;
  let marks = 0;
  for (const at of all) {
    if (ends.isFull(at, width)) {
      wrapped++;
      const after = ends.after(at);
      if ((after & TRAITS.small) !== 0) smalls++;
      else if ((after & TRAITS.number) !== 0) numbers++;
      else if ((after & TRAITS.capital) !== 0 && (ends.before(at) & TRAITS.unspaced) === 0) capitals++;
      if ((ends.before(at) & TRAITS.marked) !== 0 && !ends.isDivided(at)) marks++;
    } else if ((ends.before(at) & TRAITS.closed) === 0) broken++;
  }
  return (
    wrapped >= LEAST_PAIRS &&
    wrapped >= full * (wrapped + broken) &&
    smalls >= small * (smalls + capitals) &&
    marks <= marked * wrapped &&
    numbers <= NUMBERED * wrapped
  );
}

/** Whether some ends go on as wide as those before them. */
export const goesOn = (ends: Ends, all: readonly number[], { columns, slack }: Width): boolean =>
  DEMANDS.some((demands) => demands.slack === slack && meets(ends, all, columns, demands));

/** What all of these ask: what does not meet it need not be looked at again. */
const LEAST_DEMANDS: Demands = { slack: 9, full: 0.82, small: 0.4, marked: 0.5 };

/** Where most of a page is verse, its prose must say so itself: by lines that end in the midst of a sentence. */
const AMONG_VERSE: Demands = { slack: 1, full: 0.9, small: 0.6, marked: 0.35 };
const LEAST_AMONG_VERSE = 6;
const LEAST_COLUMNS_AMONG_VERSE = 50;

/** What is said in a play of prose is wrapped at so many columns and exactly; in one of verse, lines begin with capitals. */
const OF_PLAY: Demands = { slack: 0, full: 0.95, small: 0.6, marked: 0.35 };
const LEAST_OF_PLAY = 12;
const LEAST_COLUMNS_OF_PLAY = 60;

/** What a play was wrapped at whose people speak in prose, each below his name. */
export function widthOfPlay(ends: Ends): Width | undefined {
  const columns = likeliest(ends, ends.all);
  if (ends.all.length < LEAST_OF_PLAY || columns < LEAST_COLUMNS_OF_PLAY) return undefined;
  if (!meets(ends, ends.all, columns, OF_PLAY) || !isParted(ends, ends.all)) return undefined;
  return { columns, slack: OF_PLAY.slack };
}

/** Those of paragraphs in which more lines are full than broken. */
function proseOf(ends: Ends, columns: number): number[] {
  const width = { columns, slack: AMONG_VERSE.slack };
  return ends
    .paragraphs()
    .filter((paragraph) => {
      const full = paragraph.filter((at) => ends.isFull(at, width)).length;
      return full > 2 * paragraph.filter((at) => ends.isBroken(at, width)).length;
    })
    .flat();
}

/** What lines were wrapped at, undefined where they are verse, lists, code or paragraphs of one line each. */
export const widthOf = (ends: Ends): Width | undefined => widthOfMany(ends) ?? widthOfFew(ends);

function widthOfMany(ends: Ends): Width | undefined {
  if (ends.all.length < LEAST_PAIRS) return undefined;
  const columns = likeliest(ends, ends.all);
  const isPlain = ends.step === 2 || !isFlush(ends, columns);
  const all = isPlain ? ends.all : ends.all.filter((at) => !isSaidBehind(ends, at));
  const unspaced = all.filter((at) => (ends.before(at) & TRAITS.unspaced) !== 0).length > all.length / 2;
  if (columns >= (unspaced ? LEAST_UNSPACED : LEAST) && meets(ends, all, columns, LEAST_DEMANDS)) {
    const met = DEMANDS.find((demands) => meets(ends, all, columns, demands));
    const width = met && { columns, slack: met.slack };
    if (
      width &&
      isRagged(ends, all, width) &&
      (width.slack === 0 || (unspaced ? isPartedUnspaced(ends, all, width) : isParted(ends, all)))
    )
      return width;
  }
  const within = all.filter((at) => ends.isWithin(at));
  const likely = likeliest(ends, within);
  if (within.length < LEAST_AMONG_VERSE || likely < LEAST_COLUMNS_AMONG_VERSE) return undefined;
  const prose = proseOf(ends, likely);
  if (prose.filter((at) => ends.isWithin(at)).length < Math.max(LEAST_AMONG_VERSE, 0.6 * within.length))
    return undefined;
  return meets(ends, prose, likely, AMONG_VERSE) && isParted(ends, prose)
    ? { columns: likely, slack: AMONG_VERSE.slack }
    : undefined;
}
