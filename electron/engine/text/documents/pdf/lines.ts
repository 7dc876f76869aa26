/** A piece of a page's text, and where it stands; as pdf.js tells it. */
export interface Piece {
  readonly str: string;
  /** a matrix: the last two are where it begins, in points from the lower left */
  readonly transform: readonly number[];
  readonly height: number;
  readonly hasEOL: boolean;
}

interface Line {
  text: string;
  y: number;
  height: number;
}

/** Share of the type's height by which a piece stands off a line, raised or lowered, and belongs to it all the same. */
const OFF_LINE = 0.6;
/** Distance to the line before, among those of the page, from which on a paragraph begins. */
const WIDE = 1.4;

function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let open: Line | undefined;
  for (const { str, transform, height, hasEOL } of pieces) {
    const y = transform[5] ?? 0;
    if (str.trim() && open?.text && Math.abs(y - open.y) > OFF_LINE * Math.max(height, open.height, 1))
      open = undefined;
    if (str && !open) lines.push((open = { text: '', y, height }));
    if (open) open.text += str;
    if (hasEOL) open = undefined;
  }
  return lines.filter(({ text }) => text.trim());
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/** The text of a page: its lines in the order in which they were written, a blank one where a gap parts paragraphs. */
export function pageText(pieces: readonly Piece[]): string {
  const lines = linesOf(pieces);
  const steps = lines.slice(1).map(({ y }, at) => lines[at].y - y);
  const usual = median(steps.filter((step) => step > 0));
  return lines
    .map(({ text }, at) => {
      const parted = at > 0 && usual > 0 && steps[at - 1] > WIDE * usual;
      return `${parted ? '\n' : ''}${text.replace(/\s+/g, ' ').trim()}\n`;
    })
    .join('');
}
