import type { Letters } from '../../../contract/model.ts';
import { MOST_LETTER_COUNTS } from '../../../contract/limits.ts';

/** Characters that there may be: one never seen is any of them, each as likely as the others. */
const CODE_POINT_BITS = Math.log2(0x110000);
/** Most characters of which it is counted what comes behind each: beyond, alphabets are sparse and tables long. */
const MOST_BEHIND = 200;
const HALF_PAIR = /^\p{Surrogate}$/u;
/** Number of what ends a symbol, and of what stands before its first character. */
const EDGE = 0;

/** The numbers of a symbol's characters, then the end's; undefined for one that is not among them. */
function numbersOf(symbol: string, numbers: ReadonlyMap<string, number>): (number | undefined)[] {
  const found: (number | undefined)[] = [];
  for (const character of symbol) found.push(numbers.get(character));
  found.push(EDGE);
  return found;
}

const numbered = (characters: Iterable<string>) =>
  new Map(Array.from(characters, (character, at) => [character, at + 1] as const));

/** How often each number came behind each. */
function tally(symbols: Iterable<readonly [string, number]>, numbers: ReadonlyMap<string, number>): Uint32Array {
  const width = numbers.size + 1;
  const counts = new Uint32Array(width ** 2);
  for (const [symbol, count] of symbols) {
    let before: number | undefined = EDGE;
    for (const number of numbersOf(symbol, numbers)) {
      if (number !== undefined && before !== undefined) counts[before * width + number] += count;
      before = number;
    }
  }
  return counts;
}

function rowTotals(counts: Uint32Array, width: number): Float64Array {
  const totals = new Float64Array(counts.length / width);
  counts.forEach((count, at) => (totals[Math.floor(at / width)] += count));
  return totals;
}

/** Bits of all that was counted. */
function totalBits(counts: Uint32Array, width: number): number {
  const totals = rowTotals(counts, width);
  return counts.reduce((sum, count, at) => {
    const total = totals[Math.floor(at / width)];
    return count === 0 ? sum : sum + count * Math.log2((total + width + 1) / (count + 1));
  }, 0);
}

/**
 * How probable the spelling of a symbol is. Character by character, then its end: each has been seen so often, all in all
 * or behind the character before it, one time more being counted for each of the characters, for the end, and for all
 * characters that were never seen together; one of those costs log2(1,114,112) bits on top.
 */
export class LetterModel {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #counts: Uint32Array;
  readonly #totals: Float64Array;

  /** @throws RangeError where the counts are not those of these characters */
  constructor({ characters, counts }: Letters) {
    this.#numbers = numbered(characters);
    const width = this.#numbers.size + 1;
    if ([...characters].length !== this.#numbers.size) throw new RangeError('a letter stands twice');
    if (counts.length !== width && counts.length !== width ** 2)
      throw new RangeError(`${counts.length} counts of ${this.#numbers.size} letters`);
    this.#counts = Uint32Array.from(counts);
    this.#totals = rowTotals(this.#counts, width);
  }

  /**
   * Learns how symbols are spelt. What comes behind each character is counted where that spells them in fewer bits, and
   * they have at most 200 characters; of more than 65,535 characters the rarest are as if never seen.
   * @param symbols with how often each stands in the text
   */
  static of(symbols: readonly (readonly [string, number])[]): LetterModel {
    const seen = new Map<string, number>();
    let ended = 0;
    for (const [symbol, count] of symbols) {
      ended += count;
      for (const character of symbol) seen.set(character, (seen.get(character) ?? 0) + count);
    }
    const letters = [...seen]
      .filter(([character]) => !HALF_PAIR.test(character))
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_LETTER_COUNTS - 1);
    const characters = letters.map(([character]) => character).join('');
    const alone = Uint32Array.of(ended, ...letters.map(([, count]) => count));
    if (letters.length > MOST_BEHIND) return new LetterModel({ characters, counts: [...alone] });
    const behind = tally(symbols, numbered(characters));
    const better = totalBits(behind, alone.length) < totalBits(alone, alone.length) ? behind : alone;
    return new LetterModel({ characters, counts: [...better] });
  }

  /** Bits of a symbol's characters and of its end. */
  bits(symbol: string): number {
    const width = this.#numbers.size + 1;
    const rows = this.#totals.length;
    let bits = 0;
    let before: number | undefined = EDGE;
    for (const number of numbersOf(symbol, this.#numbers)) {
      const row: number | undefined = rows === 1 ? 0 : before;
      const total = row === undefined ? 0 : this.#totals[row];
      const count = row === undefined || number === undefined ? 0 : this.#counts[row * width + number];
      bits += Math.log2((total + width + 1) / (count + 1));
      if (number === undefined) bits += CODE_POINT_BITS;
      before = number;
    }
    return bits;
  }

  /** `letters` of vocabulary.json. */
  toJSON(): Letters {
    return { characters: [...this.#numbers.keys()].join(''), counts: [...this.#counts] };
  }
}
