import { GOES_ON, WordTree } from './word-tree.ts';

/** Cost of a character that is no word: that of a word that was seen once among 60 million, in quarters of a bit. */
const UNKNOWN_COST = 104;
const FAR = 0x7fffffff;
/** Whether a UTF-16 unit is the first half of a character. */
const opensPair = (unit: number) => unit >> 10 === 0xd800 >> 10;
const ASTRAL_HAN = /^\p{Script=Han}$/u;

let tree: WordTree | undefined;

/**
 * Cuts Chinese into words: of all ways to cut a run, the likeliest by how often the words of a shipped list are used, each
 * by itself (a unigram model; the shortest path by dynamic programming). Traditional characters count as simplified ones.
 */
export class ChineseWords {
  readonly #tree = (tree ??= new WordTree());
  /** cost of the best way to each place of a run, and where its last word begins */
  readonly #best: Int32Array;
  readonly #from: Int32Array;
  readonly #longest: number;

  /** @param longest UTF-16 units that are cut at once, at most, but for half a character */
  constructor(longest: number) {
    this.#longest = longest;
    this.#best = new Int32Array(longest + 2);
    this.#from = new Int32Array(longest + 2);
  }

  /** Index behind the Chinese characters that stand from `at` on, as many as are cut at once. */
  runEnd(text: string, at: number): number {
    const { letters } = this.#tree;
    let end = at;
    while (end < text.length && end - at < this.#longest) {
      const unit = text.charCodeAt(end);
      if (letters[unit] !== 0) end++;
      else if (opensPair(unit) && ASTRAL_HAN.test(text.slice(end, end + 2))) end += 2;
      else break;
    }
    return end;
  }

  /**
   * Cuts a run of Chinese characters.
   * @param from where it begins in `text`, and `to` where it ends, as `runEnd` says
   * @param ends takes the index behind each word
   * @returns how many words there are
   */
  cut(text: string, from: number, to: number, ends: Int32Array): number {
    const { letters, costs } = this.#tree;
    const [best, begins] = [this.#best, this.#from];
    const length = to - from;
    best.fill(FAR, 1, length + 1);
    best[0] = 0;
    for (let at = 0; at < length; at++) {
      const before = best[at];
      // the second half of a character
      if (before === FAR) continue;
      const unit = text.charCodeAt(from + at);
      let node = this.#tree.first(letters[unit]);
      let known = costs[node];
      const alone = before + (known & ~GOES_ON || UNKNOWN_COST);
      let end = opensPair(unit) ? at + 2 : at + 1;
      if (alone < best[end]) {
        best[end] = alone;
        begins[end] = at;
      }
      while ((known & GOES_ON) !== 0 && end < length) {
        node = this.#tree.next(node, letters[text.charCodeAt(from + end++)]);
        known = costs[node];
        const cost = known & ~GOES_ON;
        if (cost !== 0 && before + cost < best[end]) {
          best[end] = before + cost;
          begins[end] = at;
        }
      }
    }
    let count = 0;
    for (let at = length; at > 0; at = begins[at]) count++;
    for (let at = length, word = count; at > 0; at = begins[at]) ends[--word] = from + at;
    return count;
  }
}
