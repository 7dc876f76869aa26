import type { Line } from './lines.ts';
import { WIDE } from './steps.ts';
import { numbered, type Numbered } from './numbering.ts';

/** Points by which lines differ that stand at the same height. */
export const SAME_HEIGHT = 2.5;
/** Most rows that stand above or below a page. */
const MOST_ROWS = 3;
/** Share of a page's height in which they stand, and by which a page of which the text goes on is filled. */
const MARGIN = 0.25;
const FILLED = 0.78;
/** Share of its width from which on a line stands at the right. */
const OUTER = 0.55;

/** Lines that stand side by side. */
export interface Row {
  readonly lines: readonly Line[];
  readonly text: string;
  readonly said: Numbered;
  readonly height: number;
  /** points from the edge of the page that it is looked at from */
  readonly distance: number;
  /** stands off at the right, or has a gap within */
  readonly apart: boolean;
}

/** What stands at one end of a page. */
export interface Edge {
  /** rows with a gap to the text, outermost first */
  readonly apart: readonly Row[];
  /** every row, outermost first */
  readonly rows: readonly Row[];
}

export interface Page {
  readonly number: number;
  readonly lines: readonly Line[];
  readonly top: Edge;
  readonly bottom: Edge;
  /** height of its type */
  readonly type: number;
  /** whether its text goes down to the end of the page */
  readonly filled: boolean;
}

/** Left, lower, right and upper edge. */
type Box = readonly number[];

function groups(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const line of [...lines].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    if (row && row[0].y - line.y <= SAME_HEIGHT) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

const middle = (numbers: number[], share: number) =>
  numbers.sort((a, b) => a - b)[Math.floor(share * numbers.length)] ?? 0;

/** The height of most of a page's type. */
export const typeOf = (lines: readonly Line[]): number =>
  middle(
    lines.map((line) => line.height),
    0.5,
  );

/** The distance of lines that follow one another, of which most steps between rows are. */
function stepOf(rows: readonly Row[], type: number): number {
  const steps = rows.slice(1).map(({ distance }, at) => distance - rows[at].distance);
  return Math.max(steps.length < 3 ? 1.25 * type : middle(steps, 0.25), type);
}

function edgeOf(rows: readonly Row[], type: number, height: number): Edge {
  const step = stepOf(rows, type);
  const gap = rows.findIndex(
    ({ distance }, at) => at + 1 < rows.length && rows[at + 1].distance - distance > WIDE * step,
  );
  const count = rows.length === 1 ? 1 : gap + 1;
  const outer = count <= MOST_ROWS ? rows.slice(0, count) : [];
  return { rows, apart: outer.filter(({ distance }) => distance < MARGIN * height) };
}

function rowOf(lines: readonly Line[], distance: number, outer: number): Row {
  const parts = lines.flatMap((line) => line.parts).sort((a, b) => a.x - b.x);
  const text = parts
    .map((part) => part.text.trim())
    .join(' ')
    .replace(/\s+/g, ' ');
  return {
    lines,
    text,
    said: numbered(text),
    height: lines.reduce((most, { height }) => Math.max(most, height), 0),
    distance,
    apart: parts.length > 1 || (parts.length > 0 && parts[0].x > outer),
  };
}

/** A page with what stands at its ends. */
export function pageOf(number: number, lines: readonly Line[], [left, low, right, high]: Box): Page {
  const rows = groups(lines);
  const type = typeOf(lines);
  const fromTop = rows.map((row) => rowOf(row, high - row[0].y, left + OUTER * (right - left)));
  const fromBottom = fromTop.map((row) => ({ ...row, distance: high - low - row.distance })).reverse();
  const top = edgeOf(fromTop, type, high - low);
  const bottom = edgeOf(fromBottom, type, high - low);
  const last = bottom.rows[bottom.apart.length] ?? bottom.rows[0];
  return {
    number,
    lines,
    top,
    bottom,
    type,
    filled: last !== undefined && last.distance < (1 - FILLED) * (high - low),
  };
}
