import { romanSum } from '../../roman.ts';

/** What a zero is in the digits that page numbers are written in. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xff10];
const DIGITS = /\p{Nd}+/gu;
const ROMAN = /^[ivxl]{1,7}$/;

function digit(sign: string): number {
  const code = sign.codePointAt(0)!;
  return code - (ZEROS.find((zero) => code >= zero && code < zero + 10) ?? Number.NaN);
}

/** A line's words, and the numbers in them. */
export interface Numbered {
  /** a sign in the place of each number */
  readonly words: string;
  readonly numbers: readonly number[];
}

export function numbered(text: string): Numbered {
  const said = text.trim().toLowerCase();
  if (ROMAN.test(said)) return { words: '#', numbers: [romanSum(said)] };
  const numbers = [...said.matchAll(DIGITS)].map(([run]) => [...run].reduce((all, sign) => 10 * all + digit(sign), 0));
  return { words: said.replace(DIGITS, '#'), numbers };
}

/**
 * How numbers go on from one page to another that is so many further on: all the same, or at least one of them with the
 * pages; undefined where one does otherwise.
 */
export function progress(from: Numbered, to: Numbered, pages: number): 'same' | 'counts' | undefined {
  if (from.numbers.length !== to.numbers.length) return undefined;
  let counts = false;
  for (const [at, number] of from.numbers.entries()) {
    if (to.numbers[at] === number + pages) counts = true;
    else if (to.numbers[at] !== number) return undefined;
  }
  return counts ? 'counts' : 'same';
}
