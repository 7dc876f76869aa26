/** UTF-16 units of each part. */
const WINDOW = 6;
const PAIRS = 1 << 14;
const pairOf = (first: number, second: number) => (first ^ (second << 7)) & (PAIRS - 1);

/**
 * Looks for any of several parts of words (S. Wu and U. Manber 1994): by the two units where one might end, it is told how far
 * on the next one could, so that most units of a text are never looked at. Parts that end in seldom pairs make it quickest.
 */
export class AnyOf {
  /** by pairs: by how much it goes on, 0 where parts end */
  readonly #shifts = new Uint8Array(PAIRS).fill(WINDOW - 1);
  /** by pairs: the parts that end so */
  readonly #endings: number[][][] = [];

  /** @param parts of six units each */
  constructor(parts: readonly string[]) {
    for (const part of parts) {
      const units = Array.from({ length: WINDOW }, (_, at) => part.charCodeAt(at));
      let pair = 0;
      for (let end = 1; end < WINDOW; end++) {
        pair = pairOf(units[end - 1], units[end]);
        this.#shifts[pair] = Math.min(this.#shifts[pair], WINDOW - 1 - end);
      }
      (this.#endings[pair] ??= []).push(units);
    }
  }

  /** Whether a text, laid out in UTF-16, holds any of them. */
  isIn(text: Uint16Array): boolean {
    const shifts = this.#shifts;
    for (let at = WINDOW - 1; at < text.length;) {
      const shift = shifts[pairOf(text[at - 1], text[at])];
      if (shift === 0 && this.#endsAt(text, at)) return true;
      at += shift || 1;
    }
    return false;
  }

  #endsAt(text: Uint16Array, last: number): boolean {
    const first = last - WINDOW + 1;
    for (const part of this.#endings[pairOf(text[last - 1], text[last])]) {
      let at = 0;
      while (at < WINDOW && text[first + at] === part[at]) at++;
      if (at === WINDOW) return true;
    }
    return false;
  }
}
