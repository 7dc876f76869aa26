import type { Ids } from '../vocabulary/id-list.ts';

/** Places kept of blocks that say the same; their longest common stretch with the present place wins. */
const PLACES = 4;
/** Slots looked through for one block: texts can be made whose blocks all want the same one. */
const PROBES = 256;
const MULTIPLIER = 0x01000193;

const mixed = (hash: number) => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
const slotOf = (hash: number, mask: number) => (mixed(hash) >>> 3) & mask;

/** Hash of a window of a fixed length that moves on symbol by symbol. */
export class RollingHash {
  readonly first: number;
  readonly #power: number;

  constructor(ids: Ids, length: number) {
    let power = 1;
    for (let at = 1; at < length; at++) power = Math.imul(power, MULTIPLIER);
    this.#power = power;
    let first = 0;
    for (let at = 0; at < length; at++) first = (Math.imul(first, MULTIPLIER) + ids[at]) | 0;
    this.first = first;
  }

  /** That of the next window. */
  moved(hash: number, out: number, into: number): number {
    return (Math.imul(hash - Math.imul(out, this.#power), MULTIPLIER) + into) | 0;
  }
}

/**
 * Hashes that were seen, as two bits each of one word, so that each is one look at memory that the processor's cache holds:
 * most of those that were not seen are told at once.
 */
class SeenHashes {
  readonly #words: Int32Array;

  /** @param words a power of two */
  constructor(words: number) {
    this.#words = new Int32Array(words);
  }

  add(hash: number): void {
    const mix = mixed(hash);
    this.#words[(mix >>> 12) & (this.#words.length - 1)] |= bitsOf(mix);
  }

  mayHave(hash: number): boolean {
    const mix = mixed(hash);
    const bits = bitsOf(mix);
    return (this.#words[(mix >>> 12) & (this.#words.length - 1)] & bits) === bits;
  }
}

const bitsOf = (mix: number) => (1 << (mix & 31)) | (1 << ((mix >>> 5) & 31));

/** Places of the blocks seen so far, by their content. */
export class BlockTable {
  readonly found = new Int32Array(PLACES);
  /** slots looked at for what was to be found */
  probed = 0;
  readonly #ids: Ids;
  readonly #block: number;
  /** a place and the hash of its block each, side by side: others than the one looked for are passed by without a look at the text */
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #seen: SeenHashes;

  constructor(ids: Ids, block: number) {
    this.#ids = ids;
    this.#block = block;
    const slots = 2 ** Math.ceil(Math.log2((2 * ids.length) / block + 16));
    this.#slots = new Int32Array(2 * slots).fill(-1);
    this.#mask = slots - 1;
    this.#seen = new SeenHashes(slots / 4);
  }

  /** Whether a block of that hash may have been seen. */
  maySee(hash: number): boolean {
    return this.#seen.mayHave(hash);
  }

  /** Puts the places of blocks equal to the one at `at` into `found`; returns how many. */
  find(hash: number, at: number): number {
    const slots = this.#slots;
    let slot = slotOf(hash, this.#mask);
    let count = 0;
    let probe = 0;
    for (; probe < PROBES && slots[2 * slot] >= 0 && count < PLACES; probe++) {
      if (slots[2 * slot + 1] === hash && this.#equal(slots[2 * slot], at)) this.found[count++] = slots[2 * slot];
      slot = (slot + 1) & this.#mask;
    }
    this.probed += probe;
    return count;
  }

  add(hash: number, at: number): void {
    const slots = this.#slots;
    let slot = slotOf(hash, this.#mask);
    let count = 0;
    for (let probe = 0; slots[2 * slot] >= 0; probe++) {
      if (probe === PROBES) return;
      if (slots[2 * slot + 1] === hash && this.#equal(slots[2 * slot], at) && ++count === PLACES) return;
      slot = (slot + 1) & this.#mask;
    }
    slots[2 * slot] = at;
    slots[2 * slot + 1] = hash;
    this.#seen.add(hash);
  }

  #equal(a: number, b: number): boolean {
    for (let at = 0; at < this.#block; at++) if (this.#ids[a + at] !== this.#ids[b + at]) return false;
    return true;
  }
}
