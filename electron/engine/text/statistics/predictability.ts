import { Breath } from '../../training/breath.ts';
import type { Ids } from '../vocabulary/id-list.ts';

/** Symbols that are looked at: enough to tell, few enough that four passes take about a second. */
const MOST_SYMBOLS = 2_000_000;
/** A context that occurs once: what follows it is sure, and so is what follows every longer one. */
const ONCE = 0xffffffff;
/** Symbols between two looks at whether to leave off. */
const PIECE = 1 << 16;

/**
 * Numbers pairs of integers by first appearance. Open addressing over the pair as one exact double.
 */
class PairNumbers {
  size = 0;
  readonly #keys: Float64Array;
  readonly #numbers: Uint32Array;

  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * most + 1));
    this.#keys = new Float64Array(slots).fill(-1);
    this.#numbers = new Uint32Array(slots);
  }

  /** @param width greater than every `second` */
  number(first: number, second: number, width: number): number {
    const key = first * width + second;
    const mask = this.#keys.length - 1;
    let slot = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    for (; this.#keys[slot] !== key; slot = (slot + 1) & mask) {
      if (this.#keys[slot] >= 0) continue;
      this.#keys[slot] = key;
      this.#numbers[slot] = this.size++;
      break;
    }
    return this.#numbers[slot];
  }
}

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
  let repeated = length;
  for (let context = 1; context <= most && context < length; context++) {
    const pairs = new PairNumbers(repeated);
    const counts = new Uint32Array(repeated);
    const contextOf = new Uint32Array(repeated);
    let sure = 0;
    for (let at = length - 1; at >= context; at--) {
      const before = contexts[at - 1];
      if (at % PIECE === 0) await breath.take();
      if (before === ONCE) {
        sure++;
        contexts[at] = ONCE;
        continue;
      }
      const number = pairs.number(before, ids[at], size);
      contextOf[number] = before;
      counts[number]++;
      contexts[at] = number;
    }
    const best = new Uint32Array(distinct);
    for (let number = 0; number < pairs.size; number++)
      best[contextOf[number]] = Math.max(best[contextOf[number]], counts[number]);
    ceilings.push((sure + best.reduce((sum, count) => sum + count, 0)) / (length - context));
    distinct = pairs.size;
    repeated = 0;
    for (let at = context; at < length; at++)
      if (contexts[at] !== ONCE && counts[contexts[at]] === 1) contexts[at] = ONCE;
      else if (contexts[at] !== ONCE) repeated++;
  }
  return ceilings;
}
