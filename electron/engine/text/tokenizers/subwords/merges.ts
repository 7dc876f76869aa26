/** Pairs that are likely to be merged next, the most frequent first, ties by age. */
class PairQueue {
  #keys: number[] = [];
  #counts: number[] = [];

  push(key: number, count: number): void {
    let at = this.#keys.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(count, key, parent)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#keys[at] = key;
    this.#counts[at] = count;
  }

  pop(): { key: number; count: number } | undefined {
    const key = this.#keys[0];
    if (key === undefined) return undefined;
    const top = { key, count: this.#counts[0] };
    const last = { key: this.#keys.pop() ?? 0, count: this.#counts.pop() ?? 0 };
    const { length } = this.#keys;
    if (length === 0) return top;
    let at = 0;
    for (let child = 1; child < length; child = 2 * at + 1) {
      if (child + 1 < length && this.#before(this.#counts[child + 1], this.#keys[child + 1], child)) child++;
      if (!this.#before(this.#counts[child], this.#keys[child], -1, last)) break;
      this.#move(child, at);
      at = child;
    }
    this.#keys[at] = last.key;
    this.#counts[at] = last.count;
    return top;
  }

  #move(from: number, to: number): void {
    this.#keys[to] = this.#keys[from];
    this.#counts[to] = this.#counts[from];
  }

  /** Whether a pair comes before the one at `at`, or before `other`. */
  #before(count: number, key: number, at: number, other = { key: this.#keys[at], count: this.#counts[at] }): boolean {
    return count > other.count || (count === other.count && key < other.key);
  }
}

/** Room for the second symbol in the number of a pair: numbers stay whole far beyond any vocabulary. */
const SECOND = 2 ** 24;

/**
 * Byte-pair encoding (Sennrich et al., 2016) over stretches of text, each with how often it occurs: the most frequent
 * pair of neighbours becomes one symbol, again and again.
 * @param most symbols to make at most
 * @returns what was made, in order; fewer where no pair is left that occurs twice
 */
export function mergedPieces(stretches: readonly string[], counts: ArrayLike<number>, most: number): string[] {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (symbol: string) => {
    let number = numbers.get(symbol);
    if (number === undefined) {
      numbers.set(symbol, (number = names.length));
      names.push(symbol);
    }
    return number;
  };
  const words = stretches.map((stretch) => Array.from(stretch, numberOf));
  const characters = names.length;

  const pairs = new Map<number, { count: number; words: number[] }>();
  /** Counts the pairs of a word, or takes them back; where it is new, notes those that hold `only`. */
  const count = (word: number, times: number, only?: number, fresh?: Set<number>) => {
    const symbols = words[word];
    for (let at = 1; at < symbols.length; at++) {
      const key = symbols[at - 1] * SECOND + symbols[at];
      let pair = pairs.get(key);
      if (pair === undefined) pairs.set(key, (pair = { count: 0, words: [] }));
      pair.count += times;
      if (times < 0 || (only !== undefined && symbols[at - 1] !== only && symbols[at] !== only)) continue;
      if (pair.words.at(-1) !== word) pair.words.push(word);
      fresh?.add(key);
    }
  };
  words.forEach((_, word) => count(word, counts[word]));
  const queue = new PairQueue();
  for (const [key, pair] of pairs) queue.push(key, pair.count);

  while (names.length - characters < most) {
    const next = queue.pop();
    if (next === undefined || next.count < 2) break;
    const pair = pairs.get(next.key);
    // A pair only loses places once it is counted: what stands in the queue is at least what there is.
    if (pair === undefined || pair.count < next.count) {
      if (pair !== undefined && pair.count > 1) queue.push(next.key, pair.count);
      continue;
    }
    const [first, second] = [Math.floor(next.key / SECOND), next.key % SECOND];
    // Two ways may lead to one piece: "a" + "bc" and "ab" + "c".
    const made = numberOf(names[first] + names[second]);
    const fresh = new Set<number>();
    pairs.delete(next.key);
    for (const word of pair.words) {
      const symbols = words[word];
      const merged: number[] = [];
      for (let at = 0; at < symbols.length; at++) {
        if (symbols[at] === first && symbols[at + 1] === second) {
          merged.push(made);
          at++;
        } else merged.push(symbols[at]);
      }
      if (merged.length === symbols.length) continue;
      count(word, -counts[word]);
      words[word] = merged;
      count(word, counts[word], made, fresh);
    }
    pairs.delete(next.key);
    for (const key of fresh) queue.push(key, pairs.get(key)?.count ?? 0);
  }
  return names.slice(characters);
}
