import type { Breath } from '../../training/breath.ts';
import type { Ids } from '../vocabulary/id-list.ts';

/** Symbols compared between two looks at whether to leave off. */
const PIECE = 1 << 20;

/** Counts what is compared: the time that a search takes, but for a constant. */
export interface Work {
  compared: number;
  /** slots of tables that were looked at for it */
  probed?: number;
}

/** For every symbol of `span` the length of the longest beginning of it that ends there (Knuth, Morris and Pratt). */
function borders(span: Ids): Int32Array {
  const lengths = new Int32Array(span.length);
  let length = 0;
  for (let at = 1; at < span.length; at++) {
    while (length > 0 && span[at] !== span[length]) length = lengths[length - 1];
    if (span[at] === span[length]) length++;
    lengths[at] = length;
  }
  return lengths;
}

/** Where the rarest symbol of a span stands first in it: ids rise as symbols get rarer. */
function rarestOf(span: Ids): number {
  let rarest = 0;
  for (let at = 1; at < span.length; at++) if (span[at] > span[rarest]) rarest = at;
  return rarest;
}

/** The search for one span. */
class Occurrences {
  count = 0;
  /** where its rarest symbol stands in it */
  readonly rarest: number;
  readonly symbol: number;
  /** what lies before was searched */
  at = 0;
  readonly #ids: Ids;
  readonly #span: Ids;
  readonly #work: Work;
  readonly #lengths: Int32Array;
  #matched = 0;

  constructor(ids: Ids, span: Ids, work: Work) {
    this.#ids = ids;
    this.#span = span;
    this.#work = work;
    this.#lengths = borders(span);
    this.rarest = rarestOf(span);
    this.symbol = span[this.rarest];
    work.compared += span.length;
  }

  /** Whether it stands in the midst of what may be an occurrence. */
  get isMatching(): boolean {
    return this.#matched > 0 && this.at < this.#ids.length;
  }

  /** Goes on from where it stands while symbols match, at most for a piece. */
  goOn(): void {
    const [ids, span, lengths] = [this.#ids, this.#span, this.#lengths];
    const from = this.at;
    const most = Math.min(ids.length, from + PIECE);
    let matched = this.#matched;
    let at = from;
    do {
      while (matched > 0 && ids[at] !== span[matched]) matched = lengths[matched - 1];
      if (ids[at] === span[matched]) matched++;
      if (matched === span.length) {
        this.count++;
        matched = 0;
      }
      at++;
    } while (matched > 0 && at < most);
    this.#work.compared += at - from;
    this.#matched = matched;
    this.at = at;
  }
}

/**
 * How often each span stands in a text, no occurrence overlapping the one before. They are looked for where their rarest
 * symbols stand, in one look at each symbol of the text. It takes time in proportion to the text, also where spans and text
 * repeat themselves.
 */
export async function countOccurrences(ids: Ids, spans: readonly Ids[], work: Work, breath: Breath): Promise<number[]> {
  const searches = spans.map((span) => new Occurrences(ids, span, work));
  const wanted = new Uint8Array(1 + searches.reduce((most, { symbol }) => Math.max(most, symbol), 0));
  for (const { symbol } of searches) wanted[symbol] = 1;
  for (let from = 0; from < ids.length; from += PIECE) {
    const to = Math.min(ids.length, from + PIECE);
    for (let at = from; at < to; at++) {
      const symbol = ids[at];
      if (symbol >= wanted.length || wanted[symbol] === 0) continue;
      for (const search of searches) {
        const start = at - search.rarest;
        if (search.symbol !== symbol || start < search.at) continue;
        search.at = start;
        search.goOn();
      }
    }
    for (const search of searches)
      while (search.isMatching) {
        search.goOn();
        await breath.take();
      }
    await breath.take();
  }
  return searches.map(({ count }) => count);
}
