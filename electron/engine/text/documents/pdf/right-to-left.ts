import type { Piece } from './piece.ts';

/** Letters and marks of what is written from right to left: their order on the page is not that of reading. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;
const FROM_LEFT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/gu;
/** Letters of Arabic as they look beside others: pdf.js does not know that they are written from right to left. */
const FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]+/g;
/** What is read from left to right among them. */
const LEFTWARD = /[\p{Script=Latin}\p{Nd}]+(?:[.,:/\u066b-]?[\p{Script=Latin}\p{Nd}]+)*/gu;
const MIRRORED: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«' };
const BRACKETS = /[()[\]«»]/g;

const countOf = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0;
const startOf = ({ transform }: Piece) => transform[4] ?? 0;
const reversed = (text: string) => Array.from(text).reverse().join('');

export const isFromRight = (text: string): boolean => text.search(FROM_RIGHT) >= 0;

/** What a piece says in the order of reading. pdf.js gives letters of Hebrew and Arabic so, and forms of them as they stand on the page. */
function saidBy({ str, dir }: Piece): string {
  if (str.search(FORMS) < 0) return str;
  const read = dir === 'rtl' ? str.replace(FORMS, reversed) : reversed(str).replace(LEFTWARD, reversed);
  return read.replace(FORMS, (forms) => forms.normalize('NFKC'));
}

/** Brackets are told by what they look like: one that closes before any opens was meant the other way round. */
function withBrackets(text: string): string {
  const [first] = text.match(BRACKETS) ?? [];
  const isTurned = first !== undefined && ')]»'.includes(first) && countOf(text, BRACKETS) > 1;
  return isTurned ? text.replace(BRACKETS, (bracket) => MIRRORED[bracket]) : text;
}

/** Pieces from right to left, and those together that are read the other way, from left to right. */
function inReadingOrder(pieces: readonly Piece[]): Piece[] {
  const ordered: Piece[] = [];
  let leftward: Piece[] = [];
  let blanks: Piece[] = [];
  const close = () => {
    ordered.push(...leftward.reverse(), ...blanks);
    leftward = [];
    blanks = [];
  };
  for (const piece of [...pieces].sort((a, b) => startOf(b) - startOf(a))) {
    if (!piece.str.trim() && leftward.length > 0) blanks.push(piece);
    else if (!isFromRight(piece.str) && /[\p{L}\p{Nd}]/u.test(piece.str)) {
      leftward.push(...blanks, piece);
      blanks = [];
    } else {
      close();
      ordered.push(piece);
    }
  }
  close();
  return ordered;
}

/** A line that is mostly written from right to left, in the order of reading; undefined for any other. */
export function readFromRight(pieces: readonly Piece[]): string | undefined {
  if (!pieces.some(({ str }) => isFromRight(str))) return undefined;
  const all = pieces.map(({ str }) => str).join('');
  if (countOf(all, FROM_RIGHT) < countOf(all, FROM_LEFT)) return undefined;
  return withBrackets(inReadingOrder(pieces).map(saidBy).join(''));
}
