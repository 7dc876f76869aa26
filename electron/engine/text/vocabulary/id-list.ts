import { freeArrays } from '../../free-arrays.ts';

/** Ids as models read them: two bytes each where the vocabulary allows it. */
export type Ids = Uint16Array | Uint32Array;

const BLOCK = 1 << 20;
const NARROW = 1 << 16;
/** How often the memory of blocks that are left is given back, that list and ids are not held whole at once, and how many at least. */
const [TIMES, FREED_AT_ONCE] = [4, 8];

/** An empty array for `length` ids below `bound`. @param shared in memory that other threads may read, too */
export function allocateIds(length: number, bound: number, shared = false): Ids {
  const narrow = bound <= NARROW;
  const bytes = length * (narrow ? Uint16Array : Uint32Array).BYTES_PER_ELEMENT;
  const memory = shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
  return narrow ? new Uint16Array(memory) : new Uint32Array(memory);
}

/** Numbers of a list, their lower two bytes and, where any of them needs more, their upper two. */
interface Block {
  readonly low: Uint16Array;
  high?: Uint16Array;
}

/** A list of numbers that grows without being copied; two bytes a number, four where the block holds one that needs more. */
export class IdList {
  length = 0;
  #blocks: Block[] = [];
  #low = new Uint16Array();
  #at = 0;

  push(id: number) {
    if (this.#at === this.#low.length) this.#open();
    this.#low[this.#at] = id;
    if (id >= NARROW) this.#setHigh(id);
    this.#at++;
    this.length++;
  }

  #open() {
    this.#low = new Uint16Array(BLOCK);
    this.#blocks.push({ low: this.#low });
    this.#at = 0;
  }

  #setHigh(id: number) {
    const block = this.#blocks[this.#blocks.length - 1];
    block.high ??= new Uint16Array(BLOCK);
    block.high[this.#at] = id >>> 16;
  }

  /** The first `count` places whose number `target` maps to `id`, with those numbers. */
  select(target: Uint32Array, id: number, count: number): { places: Uint32Array; numbers: Uint32Array } {
    const [places, numbers] = [new Uint32Array(count), new Uint32Array(count)];
    let [found, place] = [0, 0];
    for (const { low, high } of this.#blocks)
      for (let at = 0; at < low.length && place < this.length && found < count; at++, place++) {
        const number = high === undefined ? low[at] : low[at] | (high[at] << 16);
        if (target[number] !== id) continue;
        places[found] = place;
        numbers[found++] = number;
      }
    return { places, numbers };
  }

  /** All numbers as `target[number]`, in one array for values below `bound`; the list is empty afterwards. */
  drain(target: Uint32Array, bound: number, shared = false): Ids {
    const ids = allocateIds(this.length, bound, shared);
    let to = 0;
    let left = 0;
    // each time looks at every symbol of the vocabulary
    const some = Math.max(FREED_AT_ONCE, Math.ceil(this.#blocks.length / TIMES));
    for (let block = this.#blocks.shift(); block; block = this.#blocks.shift()) {
      const { low, high } = block;
      const length = Math.min(low.length, ids.length - to);
      if (high === undefined) for (let at = 0; at < length; at++) ids[to++] = target[low[at]];
      else for (let at = 0; at < length; at++) ids[to++] = target[low[at] | (high[at] << 16)];
      if (++left % some === 0) freeArrays();
    }
    this.#low = new Uint16Array();
    this.length = this.#at = 0;
    return ids;
  }
}
