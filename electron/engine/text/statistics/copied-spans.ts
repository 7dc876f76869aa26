import type { Ids } from '../vocabulary/id-list.ts';

const MULTIPLIER = 0x01000193;
/**
 * Symbols compared for one story before the first places found must do: a corpus of one letter has every stretch at every
 * place. Spans found after that may be shorter than they could be; together they still cover every copied symbol.
 */
const MOST_COMPARED = 100_000_000;

/**
 * Where every stretch of `minimum` symbols stands in a corpus: chains of equal hashes, in rising order.
 * 4 to 12 bytes a symbol; built once and kept for all stories of a model.
 */
export class CorpusIndex {
  readonly ids: Ids;
  readonly minimum: number;
  readonly mostCompared: number;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;

  constructor(ids: Ids, minimum = 6, mostCompared = MOST_COMPARED) {
    this.ids = ids;
    this.minimum = minimum;
    this.mostCompared = mostCompared;
    const windows = Math.max(0, ids.length - minimum + 1);
    this.#heads = new Int32Array(2 ** Math.ceil(Math.log2(windows + 16))).fill(-1);
    this.#next = new Int32Array(windows);
    for (let at = windows - 1; at >= 0; at--) {
      const slot = this.#slot(ids, at);
      this.#next[at] = this.#heads[slot];
      this.#heads[slot] = at;
    }
  }

  /**
   * The longest stretch of the corpus equal to what starts at `start` in `story`, the first of its length.
   * @param work counts the symbols compared, which decide how many places are looked at
   */
  longest(story: ArrayLike<number>, start: number, work: { compared: number }): { position: number; length: number } {
    let best = { position: 0, length: 0 };
    if (start + this.minimum > story.length) return best;
    for (let at = this.#heads[this.#slot(story, start)]; at >= 0; at = this.#next[at]) {
      let length = 0;
      while (start + length < story.length && this.ids[at + length] === story[start + length]) length++;
      work.compared += length + 1;
      if (length > best.length) best = { position: at, length };
      if (start + length === story.length) break;
      if (best.length >= this.minimum && work.compared > this.mostCompared) break;
    }
    return best.length < this.minimum ? { position: 0, length: 0 } : best;
  }

  /** of memory */
  get bytes(): number {
    return this.ids.byteLength + this.#heads.byteLength + this.#next.byteLength;
  }

  #slot(ids: ArrayLike<number>, from: number): number {
    let hash = 0;
    for (let at = from; at < from + this.minimum; at++) hash = Math.imul(hash ^ ids[at], MULTIPLIER);
    return (hash ^ (hash >>> 15)) & (this.#heads.length - 1);
  }
}

/** Counted in symbols: where a copied stretch starts in a story, and at which position of which corpus it stands. */
interface Span {
  readonly start: number;
  readonly length: number;
  /** place in the list of corpora */
  readonly corpus: number;
  readonly position: number;
}

/** The longest stretch that starts there, of equal ones that in the first corpus. */
function longestOf(
  story: ArrayLike<number>,
  start: number,
  corpora: readonly CorpusIndex[],
  work: { compared: number },
) {
  let best = { corpus: 0, position: 0, length: 0 };
  for (const [corpus, index] of corpora.entries()) {
    const found = index.longest(story, start, work);
    if (found.length > best.length) best = { corpus, ...found };
  }
  return best;
}

/**
 * The stretches of a story that stand in a corpus word for word, in order, each as long as it goes. Neighbours may
 * overlap by less than the indexes' minimum; together they cover every symbol that is part of a copy of that length.
 * @param story ids of the corpora's vocabulary; a symbol they lack as any other number, -1 say
 * @param corpora indexes with the same minimum; those before others where both have a stretch
 */
export function copiedSpans(story: ArrayLike<number>, corpora: readonly CorpusIndex[]): Span[] {
  const spans: Span[] = [];
  const work = { compared: 0 };
  for (let start = 0; start < story.length;) {
    const found = longestOf(story, start, corpora, work);
    const previous = spans.at(-1);
    if (found.length && (!previous || start + found.length > previous.start + previous.length)) {
      spans.push({ start, ...found });
      start += found.length - corpora[found.corpus].minimum + 1;
    } else start++;
  }
  return spans;
}

/** Share of a story's symbols that lie in copied spans, 0 to 1. */
export function copiedShare(spans: readonly Pick<Span, 'start' | 'length'>[], symbols: number): number {
  let copied = 0;
  let end = 0;
  for (const { start, length } of spans) {
    copied += Math.max(0, start + length - Math.max(start, end));
    end = Math.max(end, start + length);
  }
  return symbols ? copied / symbols : 0;
}
