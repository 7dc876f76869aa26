import { freeArrays } from '../../free-arrays.ts';
import { grown } from './symbol-table.ts';

/** Ids as models read them: two bytes each where the vocabulary allows it. */
export type Ids = Uint16Array | Uint32Array;

const BLOCK = 1 << 20;
const NARROW = 1 << 16;
const FIRST_NUMBERS = 1 << 10;
/** How often the memory of blocks that are left is given back, that list and ids are not held whole at once, and how many at least. */
const [TIMES, FREED_AT_ONCE] = [2, 8];

/** Whether values below `bound` need two bytes each. */
export const areNarrow = (bound: number): boolean => bound <= NARROW;

/** An empty array for `length` ids below `bound`. @param shared in memory that other threads may read, too */
export function allocateIds(length: number, bound: number, shared = false): Ids {
  const narrow = areNarrow(bound);
  const bytes = length * (narrow ? Uint16Array : Uint32Array).BYTES_PER_ELEMENT;
  const memory = shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
  return narrow ? new Uint16Array(memory) : new Uint32Array(memory);
}

/** The numbers of a list by those that somebody else gave, who began with 0 and left none out. */
export class Numbering {
  length = 0;
  numbers = new Uint32Array(FIRST_NUMBERS);
  /** how often each was taken */
  counts = new Uint32Array(FIRST_NUMBERS);

  push(number: number): void {
    if (this.length === this.numbers.length) {
      this.numbers = grown(this.numbers, this.length + 1);
      this.counts = grown(this.counts, this.length + 1);
    }
    this.numbers[this.length++] = number;
  }
}

/** Numbers of a list: their lower two bytes and, where any of them needs more, their upper two; or all of it, as somebody else numbered them. */
interface Block {
  readonly low: Ids;
  high?: Uint16Array;
  length: number;
  readonly numbering?: Numbering;
}

/** A list of numbers that grows without being copied; two bytes a number, four where the block holds one that needs more. */
export class IdList {
  length = 0;
  #blocks: Block[] = [];
  #low: Ids = new Uint16Array();
  #at = 0;

  push(id: number) {
    if (this.#at === this.#low.length) this.#open();
    this.#low[this.#at] = id;
    if (id >= NARROW) this.#setHigh(id);
    this.#at++;
    this.length++;
  }

  /** Takes numbers as somebody else gave them, which stay where they are. */
  append(numbers: Ids, numbering: Numbering): void {
    this.#close();
    this.#blocks.push({ low: numbers, length: numbers.length, numbering });
    this.length += numbers.length;
    const { counts } = numbering;
    for (let at = 0; at < numbers.length; at++) counts[numbers[at]]++;
  }

  #open() {
    this.#close();
    this.#low = new Uint16Array(BLOCK);
    this.#blocks.push({ low: this.#low, length: BLOCK });
  }

  /** Ends the block that numbers go into, of which only what was taken is kept. */
  #close() {
    if (this.#at > 0 && this.#at < BLOCK) {
      const { low, high } = this.#blocks[this.#blocks.length - 1];
      const kept = { low: low.slice(0, this.#at), high: high?.slice(0, this.#at), length: this.#at };
      this.#blocks[this.#blocks.length - 1] = kept;
    }
    this.#low = new Uint16Array();
    this.#at = 0;
  }

  #setHigh(id: number) {
    const block = this.#blocks[this.#blocks.length - 1];
    block.high ??= new Uint16Array(BLOCK);
    block.high[this.#at] = id >>> 16;
  }

  /** The first `count` places whose number `target` maps to `id`, with those numbers. */
  select(target: Uint32Array, id: number, count: number): { places: Uint32Array; numbers: Uint32Array } {
    this.#close();
    const [places, numbers] = [new Uint32Array(count), new Uint32Array(count)];
    let [found, place] = [0, 0];
    for (const { low, high, length, numbering } of this.#blocks)
      for (let at = 0; at < length && found < count; at++, place++) {
        const given = high === undefined ? low[at] : low[at] | (high[at] << 16);
        const number = numbering ? numbering.numbers[given] : given;
        if (target[number] !== id) continue;
        places[found] = place;
        numbers[found++] = number;
      }
    return { places, numbers };
  }

  /** All numbers as `target[number]`, in one array for values below `bound`; the list is empty afterwards. */
  drain(target: Uint32Array, bound: number, shared = false): Ids {
    this.#close();
    const ids = allocateIds(this.length, bound, shared);
    const targets = new Map<Numbering, Uint32Array>();
    const targetOf = (numbering: Numbering) => {
      const known = targets.get(numbering) ?? numbering.numbers.map((number) => target[number]);
      targets.set(numbering, known);
      return known;
    };
    let to = 0;
    let left = 0;
    // each time looks at every symbol of the vocabulary
    const some = Math.max(FREED_AT_ONCE, Math.ceil(this.#blocks.length / TIMES));
    for (let block = this.#blocks.shift(); block; block = this.#blocks.shift()) {
      const { low, high, length, numbering } = block;
      const into = ids.subarray(to, to + length);
      if (high === undefined) translate(low, numbering ? targetOf(numbering) : target, into);
      else for (let at = 0; at < length; at++) into[at] = target[low[at] | (high[at] << 16)];
      to += length;
      if (++left % some === 0) freeArrays();
    }
    this.length = 0;
    return ids;
  }
}

function translate(numbers: Ids, target: Uint32Array, into: Ids): void {
  for (let at = 0; at < into.length; at++) into[at] = target[numbers[at]];
}
