import { type Lower, type Tokenizer, tokenizer } from '../tokenizer.ts';
import { settledUntil, stretchEnd } from './pre-tokens.ts';

/** Stretches whose cut is kept. */
const MOST_KEPT = 100_000;

const BEYOND_UNITS = 2 ** 17;

/** UTF-16 units of the character at `at`. */
const widthAt = (text: string, at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** The first two units from a place on, of which the second may lack, as one number. */
const beginAt = (text: string, at: number) =>
  text.charCodeAt(at) * BEYOND_UNITS + (at + 1 < text.length ? text.charCodeAt(at + 1) + 1 : 0);

/** How one stretch is cut: from the left, the longest piece that fits; a character that is no piece stands for itself. */
export class PieceCutter {
  readonly #pieces: ReadonlySet<string>;
  /** units of the longest piece by its first two: others are not looked for */
  readonly #longest = new Map<number, number>();

  constructor(pieces: Iterable<string>) {
    this.#pieces = new Set(pieces);
    for (const piece of this.#pieces) {
      const begin = beginAt(piece, 0);
      this.#longest.set(begin, Math.max(piece.length, this.#longest.get(begin) ?? 0));
    }
  }

  /** @returns the lengths of a stretch's pieces in UTF-16 units, in order */
  cut(stretch: string): Uint8Array {
    const lengths: number[] = [];
    for (let at = 0; at < stretch.length;) {
      const least = widthAt(stretch, at);
      let length = Math.min(this.#longest.get(beginAt(stretch, at)) ?? 0, stretch.length - at);
      while (length > least && !this.#pieces.has(stretch.slice(at, at + length))) length--;
      length = Math.max(length, least);
      lengths.push(length);
      at += length;
    }
    return Uint8Array.from(lengths);
  }
}

/**
 * Pieces of words that were learnt from a text, written one behind the other as they are: nothing of a text is lost, and
 * a word that nobody has seen is told in pieces. Pieces are a set, taken from the left, the longest first (Uzan et al.,
 * "Greed is All You Need", 2024): the symbols of a vocabulary say all about how it cuts.
 * @param pieces the symbols of the vocabulary; without them, each character is one
 */
export function subwordsTokenizer(lower: Lower | undefined, pieces: readonly string[] = []): Tokenizer {
  const cutter = new PieceCutter(pieces);
  let kept = new Map<string, Uint8Array>();
  return tokenizer('subwords', lower, (text, final, sink) => {
    const limit = settledUntil(text, final);
    let at = 0;
    while (at < limit) {
      const stretch = text.slice(at, stretchEnd(text, at));
      let lengths = kept.get(stretch);
      if (lengths === undefined) {
        if (kept.size >= MOST_KEPT) kept = new Map();
        kept.set(stretch, (lengths = cutter.cut(stretch)));
      }
      for (const length of lengths) sink(text, at, (at += length));
    }
    return at;
  });
}
