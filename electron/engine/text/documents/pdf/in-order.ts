import type { Piece } from './piece.ts';
import { isFromRight } from './right-to-left.ts';

/** Shares of the type's height by which a piece stands back from the one before it, and may overlap its neighbours. */
const BACK = 0.5;
const OVERLAP = 0.2;

/** Characters that are as wide as they are high, and blanks between them. */
const WIDE_ALONE = /^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]+(?: [\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]+)+$/;

const startOf = ({ transform }: Piece) => transform[4] ?? 0;
const isSeen = ({ str }: Piece) => str.trim() !== '';

/** A piece in which blanks keep room for what was written before it, taken apart at each of them. */
function parted(piece: Piece): Piece[] {
  const { str, width, height, transform } = piece;
  if (!WIDE_ALONE.test(str)) return [piece];
  const words = str.split(' ');
  const blank = (width - height * (str.length - words.length + 1)) / (words.length - 1);
  if (blank <= 0) return [piece];
  let x = startOf(piece);
  return words.flatMap((word, at) => {
    const place = (text: string, its: number): Piece => {
      const begins = [...transform.slice(0, 4), x, ...transform.slice(5)];
      x += its;
      return { ...piece, str: text, transform: begins, width: its };
    };
    const own = place(word, height * word.length);
    return at < words.length - 1 ? [own, place(' ', blank)] : [own];
  });
}

/**
 * The pieces of a line from left to right, where they were written in another order, as LibreOffice writes those of one
 * font behind those of another: marks of quotation in a line of Chinese. Undefined where they were not, or are no one line
 * side by side.
 */
export function inOrder(pieces: readonly Piece[]): Piece[] | undefined {
  const seen = pieces.filter(isSeen);
  const isBack = (piece: Piece, at: number) => at > 0 && startOf(piece) < startOf(seen[at - 1]) - BACK * piece.height;
  if (!seen.some(isBack) || seen.some(({ str }) => isFromRight(str))) return undefined;
  const all = pieces.flatMap(parted);
  const sorted = all.filter(isSeen).sort((a, b) => startOf(a) - startOf(b));
  const touches = (piece: Piece, next: Piece) =>
    startOf(piece) + piece.width > startOf(next) + OVERLAP * Math.max(piece.height, next.height);
  if (sorted.some((piece, at) => at > 0 && touches(sorted[at - 1], piece))) return undefined;
  // a blank that stands for the room of what was written later is none
  const blanks = all.filter((piece) => !isSeen(piece) && piece.width > 0);
  const free = blanks.filter((blank) =>
    sorted.every((piece) => {
      const middle = startOf(blank) + blank.width / 2;
      return middle < startOf(piece) || middle > startOf(piece) + piece.width;
    }),
  );
  return [...sorted, ...free].sort((a, b) => startOf(a) - startOf(b));
}
