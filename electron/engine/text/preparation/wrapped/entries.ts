import { romanSum } from '../../roman.ts';

const LABEL = /^\s*(?:(\d{1,3})|([ivxlcIVXLC]{1,5})|([a-zA-Z]))\./;
const BEFORE_A = 96;

/** Tells entries of a list by their numbers, which follow one another, from names and titles: M. Dupont, J. Smith. */
export class Entries {
  /** what the last label may have been the number of */
  #last: readonly number[] = [];

  /** @returns `next` behind the one before it; `first` where it may begin a list; undefined where it is no number of any */
  take(text: string): 'next' | 'first' | undefined {
    const [, digits, numeral, letter = numeral] = LABEL.exec(text) ?? [];
    const may: number[] = [];
    if (digits) may.push(Number(digits));
    else if (letter) {
      const small = letter.toLowerCase();
      if (numeral) may.push(romanSum(small));
      if (small.length === 1) may.push(small.charCodeAt(0) - BEFORE_A);
    }
    const isNext = may.some((number) => this.#last.includes(number - 1));
    this.#last = may;
    return isNext ? 'next' : digits || may.includes(1) ? 'first' : undefined;
  }
}
