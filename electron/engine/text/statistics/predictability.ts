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
 * that follows it most often. No context reaches over the border of a source. Long texts are judged by their first two
 * million symbols.
 * @param size of the vocabulary
 * @param most longest context
 * @param starts the first symbol of each source, rising from 0
 * @returns shares from 0 to 1, one for each context length that some source is long enough for
 * @throws the reason of `breath`'s signal
 */
export async function predictabilityCeilings(
  ids: Ids,
  size: number,
  {
    most = 4,
    starts = [0],
    breath = new Breath(),
  }: { most?: number; starts?: readonly number[]; breath?: Breath } = {},
): Promise<number[]> {
  const seen = ids.subarray(0, MOST_SYMBOLS);
  const ceilings: number[] = [];
  /** number of the context that ends at each position */
  const contexts = Uint32Array.from(seen);
  // none is longer later: what is known for sure stays so
  const memory = new Uint32Array(2 * seen.length);
  const counted = new Uint32Array(seen.length + 1);
  const numbers = new Uint32Array(size);
  let distinct = size;
  for (let context = 1; context <= most; context++) {
    const { followers, ends, sure } = byContext(seen, contexts, { starts, context, distinct, memory });
    const predicted = sure + followers.length / 2;
    if (predicted === 0) break;
    await breath.take();
    /** how often each longer context occurs, from number 1 on */
    const counts = counted.subarray(0, followers.length / 2 + 1).fill(0);
    /** number of the longer context that a symbol makes of the one that is looked at, if not less than its first */
    numbers.fill(0);
    let next = 1;
    let right = sure;
    let pause = PIECE;
    for (let number = 0, at = 0; number < distinct; number++) {
      const first = next;
      const from = at;
      const end = 2 * ends[number];
      let best = 0;
      for (; at < end; at += 2) {
        const id = followers[at + 1];
        if (numbers[id] < first) numbers[id] = next++;
        followers[at + 1] = numbers[id];
        const count = ++counts[numbers[id]];
        if (count > best) best = count;
      }
      right += best;
      // while they are at hand
      for (let again = from; again < end; again += 2) {
        const longer = followers[again + 1];
        contexts[followers[again]] = counts[longer] === 1 ? ONCE : longer;
      }
      if (at > pause) {
        pause = at + PIECE;
        await breath.take();
      }
    }
    ceilings.push(right / predicted);
    distinct = next;
  }
  return ceilings;
}

interface ByContext {
  readonly starts: readonly number[];
  readonly context: number;
  /** numbers of contexts */
  readonly distinct: number;
  /** two numbers a symbol, to be filled with what is found */
  readonly memory: Uint32Array;
}

/**
 * What stands behind repeated contexts, what stands behind the same one together: in the order of numbers, so that no
 * table of pairs is needed, which would not fit the processor's cache.
 * @param contexts number of the context that ends at each position; behind one that occurs once, ONCE is written
 * @returns positions and their symbols in turn, where those of each number end, and how many contexts occur once
 */
function byContext(ids: Ids, contexts: Uint32Array, { starts, context, distinct, memory }: ByContext) {
  const ends = new Uint32Array(distinct + 1);
  let sure = 0;
  let places = 0;
  for (const [source, start] of starts.entries()) {
    const end = Math.min(starts[source + 1] ?? ids.length, ids.length);
    for (let at = start + context; at < end; at++) {
      const before = contexts[at - 1];
      if (before === ONCE) sure++;
      else {
        places++;
        ends[before + 1]++;
      }
    }
  }
  for (let number = 1; number <= distinct; number++) ends[number] += ends[number - 1];
  const followers = memory.subarray(0, 2 * places);
  for (const [source, start] of starts.entries()) {
    const end = Math.min(starts[source + 1] ?? ids.length, ids.length);
    for (let at = end - 1; at >= start + context; at--) {
      const before = contexts[at - 1];
      if (before === ONCE) contexts[at] = ONCE;
      else {
        const place = 2 * ends[before]++;
        followers[place] = at;
        followers[place + 1] = ids[at];
      }
    }
  }
  return { followers, ends, sure };
}
