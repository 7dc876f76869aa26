import type { Measured } from './measure.ts';

/** A line and the next one that says something, where the end between them may be a typesetter's. */
export interface Pair {
  /** columns of the first line */
  readonly length: number;
  /** columns that it would have with the next line's first word */
  readonly fit: number;
  readonly before: Measured;
  readonly after: Measured;
}

/** What a stretch of a text was wrapped at. */
export interface Width {
  readonly columns: number;
  /** columns by which lines stay below it, or reach over it, where a hand wrapped them */
  readonly slack: number;
}

const LEAST = 34;
/** In columns, of which a character takes two. */
const LEAST_UNSPACED = 30;
const MOST = 150;
const LEAST_PAIRS = 4;

/** The end between two lines as a pair, undefined where it can be nobody's but the author's. */
export function pairOf(before: Measured, after: Measured): Pair | undefined {
  if (before.alone || after.alone || after.item) return undefined;
  // a deeper line begins a paragraph, but for the second one of a list's entry
  if (after.indent > before.indent && !before.item && after.begins !== 'small') return undefined;
  const blank = before.unspaced ? 0 : 1;
  return { before, after, length: before.length, fit: before.length + blank + after.first };
}

/** Whether the line was full: at most as wide as all, and too wide for one more word. */
export const isFull = ({ length, fit, after }: Pair, { columns, slack }: Width): boolean =>
  after.line.runsOn === true || (length <= columns + slack && fit > columns - slack);

/** Ended before it was full, and not at the end of a sentence, where a paragraph may end. */
export const isBroken = (pair: Pair, width: Width): boolean => !isFull(pair, width) && !pair.before.closed;

/** Columns by which a hand that wraps is off now and then, in the midst of a sentence and elsewhere. */
const OFF_WITHIN = 16;
const OFF = 3;
const OVER = 12;

/** Nearly full: a typesetter's end where all about it are. */
export function isNearlyFull({ length, fit, before, after }: Pair, { columns, slack }: Width): boolean {
  const off = slack + (after.begins === 'small' && !before.closed ? OFF_WITHIN : OFF);
  return length <= columns + OVER && fit > columns - off;
}

/** The columns that are in line with most ends. */
function likeliest(pairs: readonly Pair[]): number {
  const changes = new Int32Array(MOST + 2);
  for (const { length, fit } of pairs) {
    if (length > MOST) continue;
    changes[length]++;
    changes[Math.min(fit, MOST + 1)]--;
  }
  let best = 0;
  let most = 0;
  for (let columns = 0, count = 0; columns <= MOST; columns++) {
    count += changes[columns];
    if (count > most) [best, most] = [columns, count];
  }
  return best;
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

function meets(pairs: readonly Pair[], columns: number, { slack, full, small, marked }: Demands): boolean {
  const width = { columns, slack };
  let wrapped = 0;
  let broken = 0;
  let smalls = 0;
  let capitals = 0;
  let marks = 0;
  for (const pair of pairs) {
    if (isFull(pair, width)) {
      wrapped++;
      if (pair.after.begins === 'small') smalls++;
      else if (pair.after.begins === 'capital') capitals++;
      if (pair.before.marked) marks++;
    } else if (!pair.before.closed) broken++;
  }
  return (
    wrapped >= LEAST_PAIRS &&
    wrapped >= full * (wrapped + broken) &&
    smalls >= small * (smalls + capitals) &&
    marks <= marked * wrapped
  );
}

/** Whether a page goes on as wide as the one before it. */
export const goesOn = (pairs: readonly Pair[], { columns, slack }: Width): boolean =>
  DEMANDS.some((demands) => demands.slack === slack && meets(pairs, columns, demands));

/** What all of these ask: what does not meet it need not be looked at again. */
const LEAST_DEMANDS: Demands = { slack: 9, full: 0.82, small: 0.4, marked: 0.5 };

/** Where most of a page is verse, its prose must say so itself: by lines that end in the midst of a sentence. */
const AMONG_VERSE: Demands = { slack: 1, full: 0.9, small: 0.6, marked: 0.35 };
const LEAST_AMONG_VERSE = 6;
const LEAST_COLUMNS_AMONG_VERSE = 50;

const inSentence = ({ before, after }: Pair) => !before.marked && after.begins === 'small';

/** Those of paragraphs in which more lines are full than broken. */
function proseOf(paragraphs: readonly (readonly Pair[])[], columns: number): Pair[] {
  const width = { columns, slack: AMONG_VERSE.slack };
  return paragraphs
    .filter((pairs) => {
      const full = pairs.filter((pair) => isFull(pair, width)).length;
      return full > 2 * pairs.filter((pair) => isBroken(pair, width)).length;
    })
    .flat();
}

/**
 * What lines were wrapped at, undefined where they are verse, lists, code or paragraphs of one line each.
 * @param paragraphs the ends between lines that stand together
 */
export function widthOf(paragraphs: readonly (readonly Pair[])[]): Width | undefined {
  const pairs = paragraphs.flat();
  if (pairs.length < LEAST_PAIRS) return undefined;
  const columns = likeliest(pairs);
  const unspaced = pairs.filter(({ before }) => before.unspaced).length > pairs.length / 2;
  if (columns >= (unspaced ? LEAST_UNSPACED : LEAST) && meets(pairs, columns, LEAST_DEMANDS)) {
    const met = DEMANDS.find((demands) => meets(pairs, columns, demands));
    if (met) return { columns, slack: met.slack };
  }
  const within = pairs.filter(inSentence);
  const likely = likeliest(within);
  if (within.length < LEAST_AMONG_VERSE || likely < LEAST_COLUMNS_AMONG_VERSE) return undefined;
  const prose = proseOf(paragraphs, likely);
  if (prose.filter(inSentence).length < Math.max(LEAST_AMONG_VERSE, 0.6 * within.length)) return undefined;
  return meets(prose, likely, AMONG_VERSE) ? { columns: likely, slack: AMONG_VERSE.slack } : undefined;
}
