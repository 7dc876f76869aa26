import type { Ids } from '../vocabulary/id-list.ts';

/** Places kept of blocks that say the same; their longest common stretch with the present place wins. */
const PLACES = 4;
/** Slots looked through for one block: texts can be made whose blocks all want the same one. */
const PROBES = 256;
const MULTIPLIER = 0x01000193;

const slotOf = (hash: number, mask: number) => (Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 3) & mask;

/** Hash of a window of a fixed length that moves on symbol by symbol. */
export class RollingHash {
  value = 0;
  readonly #power: number;

  constructor(ids: Ids, length: number) {
    let power = 1;
    for (let at = 1; at < length; at++) power = Math.imul(power, MULTIPLIER);
    this.#power = power;
    for (let at = 0; at < length; at++) this.value = (Math.imul(this.value, MULTIPLIER) + ids[at]) | 0;
  }

  move(out: number, into: number): void {
    this.value = (Math.imul(this.value - Math.imul(out, this.#power), MULTIPLIER) + into) | 0;
  }
}

/** Places of the blocks seen so far, by their content. */
export class BlockTable {
  readonly found = new Int32Array(PLACES);
  readonly #ids: Ids;
  readonly #block: number;
  readonly #slots: Int32Array;
  /** one bit a hash: small enough for the processor's cache, so that most windows cost one quick look */
  readonly #seen: Uint8Array;

  constructor(ids: Ids, block: number) {
    this.#ids = ids;
    this.#block = block;
    const slots = 2 ** Math.ceil(Math.log2((2 * ids.length) / block + 16));
    this.#slots = new Int32Array(slots).fill(-1);
    this.#seen = new Uint8Array(slots);
  }

  /** Whether a block of that hash may have been seen. */
  maySee(hash: number): boolean {
    const bit = slotOf(hash, 8 * this.#seen.length - 1);
    return (this.#seen[bit >> 3] & (1 << (bit & 7))) !== 0;
  }

  /** Puts the places of blocks equal to the one at `at` into `found`; returns how many. */
  find(hash: number, at: number): number {
    const mask = this.#slots.length - 1;
    let slot = slotOf(hash, mask);
    let count = 0;
    for (let probe = 0; probe < PROBES && this.#slots[slot] >= 0 && count < PLACES; probe++) {
      if (this.#equal(this.#slots[slot], at)) this.found[count++] = this.#slots[slot];
      slot = (slot + 1) & mask;
    }
    return count;
  }

  add(hash: number, at: number): void {
    const mask = this.#slots.length - 1;
    let slot = slotOf(hash, mask);
    let count = 0;
    for (let probe = 0; this.#slots[slot] >= 0; probe++) {
      if (probe === PROBES || (this.#equal(this.#slots[slot], at) && ++count === PLACES)) return;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = at;
    const bit = slotOf(hash, 8 * this.#seen.length - 1);
    this.#seen[bit >> 3] |= 1 << (bit & 7);
  }

  #equal(a: number, b: number): boolean {
    for (let at = 0; at < this.#block; at++) if (this.#ids[a + at] !== this.#ids[b + at]) return false;
    return true;
  }
}
