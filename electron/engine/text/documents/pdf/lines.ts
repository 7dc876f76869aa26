import { inOrder } from './in-order.ts';
import { isNoteNumber } from './note-numbers.ts';
import type { Piece } from './piece.ts';
import { readFromRight } from './right-to-left.ts';

interface Part {
  text: string;
  readonly x: number;
  end: number;
}

/** A line of a page, in points from the lower left. */
export interface Line {
  text: string;
  /** with a gap between one and the next, in the order in which they were written */
  readonly parts: Part[];
  readonly y: number;
  readonly height: number;
  /** pieces that stand raised in it, as numbers of notes do */
  readonly raised?: Piece[];
}

/** Share of the type's height by which a piece stands off a line, raised or lowered, and belongs to it all the same. */
const OFF_LINE = 0.6;

/** How many times the type's height lies between two pieces with a gap. */
const GAP = 1.5;

function addTo({ parts }: Line, text: string, x: number, end: number, height: number): void {
  const last = parts.at(-1);
  const gap = last ? Math.max(x - last.end, last.x - end) : Infinity;
  if (last && (gap < GAP * height || !text.trim())) {
    last.text += text;
    if (text.trim()) last.end = Math.max(last.end, end);
  } else if (text.trim()) parts.push({ text, x, end });
}

function putInOrder(line: Line, pieces: readonly Piece[]): void {
  const fromRight = readFromRight(pieces);
  if (fromRight !== undefined) {
    const starts = pieces.map(({ transform }) => transform[4] ?? 0);
    const ends = pieces.map(({ width }, at) => starts[at] + width);
    line.text = fromRight;
    line.parts.splice(0, Infinity, { text: fromRight, x: Math.min(...starts), end: Math.max(...ends) });
    return;
  }
  const ordered = inOrder(pieces);
  if (!ordered) return;
  line.text = ordered.map(({ str }) => str).join('');
  line.parts.length = 0;
  for (const { str, transform, width, height } of ordered)
    addTo(line, str, transform[4] ?? 0, (transform[4] ?? 0) + width, height);
}

/**
 * The lines of a page in the order in which they were written.
 * @param notes pieces that are numbers of notes, which are no part of the text
 */
export function linesOf(pieces: readonly Piece[], notes?: ReadonlySet<Piece>): Line[] {
  const lines: Line[] = [];
  const written = new Map<Line, Piece[]>();
  let open: Line | undefined;
  for (const piece of pieces) {
    const { str, transform, width, height, hasEOL } = piece;
    const x = transform[4] ?? 0;
    const y = transform[5] ?? 0;
    if (str.trim() && open?.text && Math.abs(y - open.y) > OFF_LINE * Math.max(height, open.height, 1))
      open = undefined;
    if (str && !open) lines.push((open = { text: '', parts: [], y, height, raised: [] }));
    if (open && (notes?.has(piece) ?? isNoteNumber({ str, y, height }, open))) open.raised?.push(piece);
    if (open && !notes?.has(piece)) {
      open.text += str;
      addTo(open, str, x, x + width, height);
      const its = written.get(open);
      if (its) its.push(piece);
      else written.set(open, [piece]);
    }
    if (hasEOL) open = undefined;
  }
  for (const [line, its] of written) putInOrder(line, its);
  return lines.filter(({ text }) => text.trim());
}
