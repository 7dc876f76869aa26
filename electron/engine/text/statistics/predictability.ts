import { Breath } from '../../training/breath.ts';
import type { Ids } from '../vocabulary/id-list.ts';

/** Symbols that are looked at: enough to tell, few enough that four passes take about a second. */
const MOST_SYMBOLS = 2_000_000;
/** A context that occurs once: what follows it is sure, and so is what follows every longer one. */
const ONCE = 0xffffffff;
/** Symbols between two looks at whether to leave off. */
const PIECE = 1 << 16;

/**
 * The best accuracy any model can reach on this text from 1, 2, … preceding symbols: after every context, the symbol
 * that follows it most often. Long texts are judged by their first two million symbols.
 * @param size of the vocabulary
 * @param most longest context
 * @returns shares from 0 to 1, one for each context length the text is long enough for
 * @throws the reason of `breath`'s signal
 */
export async function predictabilityCeilings(
  ids: Ids,
  size: number,
  { most = 4, breath = new Breath() }: { most?: number; breath?: Breath } = {},
): Promise<number[]> {
  const length = Math.min(ids.length, MOST_SYMBOLS);
  const ceilings: number[] = [];
  /** number of the context that ends at each position */
  const contexts = Uint32Array.from(ids.subarray(0, length));
  let distinct = size;
  for (let context = 1; context <= most && context < length; context++) {
    const { places, ends, sure } = byContext(contexts, context, distinct);
    await breath.take();
    /** how often each longer context occurs, from number 1 on */
    const counts = new Uint32Array(places.length + 1);
    /** number of the longer context that a symbol makes of the one that is looked at, if not less than its first */
    const numbers = new Uint32Array(size);
    let next = 1;
    let right = sure;
    let pause = PIECE;
    for (let number = 0, at = 0; number < distinct; number++) {
      const first = next;
      const from = at;
      const end = ends[number];
      let best = 0;
      for (; at < end; at++) {
        const place = places[at];
        const id = ids[place];
        if (numbers[id] < first) numbers[id] = next++;
        contexts[place] = numbers[id];
        const count = ++counts[numbers[id]];
        if (count > best) best = count;
      }
      right += best;
      // while they are at hand
      for (let again = from; again < end; again++)
        if (counts[contexts[places[again]]] === 1) contexts[places[again]] = ONCE;
      if (at > pause) {
        pause = at + PIECE;
        await breath.take();
      }
    }
    ceilings.push(right / (length - context));
    distinct = next;
  }
  return ceilings;
}

/**
 * The positions behind repeated contexts, those behind the same one together: in the order of numbers, so that no table of
 * pairs is needed, which would not fit the processor's cache.
 * @param contexts number of the context that ends at each position; behind one that occurs once, ONCE is written
 * @returns where the positions of each number end, and how many contexts occur once
 */
function byContext(contexts: Uint32Array, context: number, distinct: number) {
  const ends = new Uint32Array(distinct + 1);
  let sure = 0;
  for (let at = context; at < contexts.length; at++) {
    const before = contexts[at - 1];
    if (before === ONCE) sure++;
    else ends[before + 1]++;
  }
  for (let number = 1; number <= distinct; number++) ends[number] += ends[number - 1];
  const places = new Uint32Array(contexts.length - context - sure);
  for (let at = contexts.length - 1; at >= context; at--) {
    const before = contexts[at - 1];
    if (before === ONCE) contexts[at] = ONCE;
    else places[ends[before]++] = at;
  }
  return { places, ends, sure };
}
