import type { Ids } from './id-list.ts';

/** A span that occurs more than once: where, how long, how often (without overlap), in symbols. */
export interface Repeat {
  start: number;
  length: number;
  count: number;
}

/** Block lengths tried, longest first: a block of B finds every repeat of 2B - 1 symbols or more. */
const BLOCKS = [64, 16, 4, 2];
/** Places kept of blocks that say the same; their longest common stretch with the present place wins. */
const PLACES = 4;
/** How far before a found block its repeat is looked for; earlier blocks have found what lies before. */
const FARTHEST_BACK = 4_096;
const KEPT = 100;
/** Symbols that are looked at: a hundred megabytes of words, and about two seconds. */
const MOST_SYMBOLS = 32_000_000;
const MULTIPLIER = 0x01000193;

const slotOf = (hash: number, mask: number) => (Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 3) & mask;

/** Places of the blocks seen so far, by their content. */
class BlockTable {
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
    let count = 0;
    for (let slot = slotOf(hash, mask); this.#slots[slot] >= 0 && count < PLACES; slot = (slot + 1) & mask)
      if (this.#equal(this.#slots[slot], at)) this.found[count++] = this.#slots[slot];
    return count;
  }

  add(hash: number, at: number) {
    const mask = this.#slots.length - 1;
    let slot = slotOf(hash, mask);
    for (let count = 0; this.#slots[slot] >= 0; slot = (slot + 1) & mask)
      if (this.#equal(this.#slots[slot], at) && ++count === PLACES) return;
    this.#slots[slot] = at;
    const bit = slotOf(hash, 8 * this.#seen.length - 1);
    this.#seen[bit >> 3] |= 1 << (bit & 7);
  }

  #equal(a: number, b: number): boolean {
    for (let at = 0; at < this.#block; at++) if (this.#ids[a + at] !== this.#ids[b + at]) return false;
    return true;
  }
}

/** The longest spans found so far, none twice. */
class Longest {
  readonly spans: Repeat[] = [];
  readonly #ids: Ids;

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  /** Length a span must exceed to be kept. */
  get bar(): number {
    return this.spans.length < KEPT ? 0 : this.spans[this.spans.length - 1].length;
  }

  add(start: number, length: number) {
    if (length <= this.bar) return;
    if (this.spans.some((span) => span.length === length && sameSymbols(this.#ids, span.start, start, length))) return;
    const at = this.spans.findIndex((span) => span.length < length);
    this.spans.splice(at < 0 ? this.spans.length : at, 0, { start, length, count: 2 });
    this.spans.length = Math.min(this.spans.length, KEPT);
  }
}

function sameSymbols(ids: Ids, a: number, b: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (ids[a + at] !== ids[b + at]) return false;
  return true;
}

/** One pass: blocks at every B-th place are remembered, windows at every place looked up and extended both ways. */
function findRepeats(ids: Ids, block: number, longest: Longest) {
  const table = new BlockTable(ids, block);
  let power = 1;
  for (let at = 1; at < block; at++) power = Math.imul(power, MULTIPLIER);
  let hash = 0;
  for (let at = 0; at < block; at++) hash = (Math.imul(hash, MULTIPLIER) + ids[at]) | 0;
  /** hashes of the last blocks, until they lie wholly before the window */
  const waiting = new Int32Array(2);
  let unread = 0;
  for (let at = 0; at + block <= ids.length; at++) {
    if (at % block === 0) {
      if (at >= block) table.add(waiting[(at / block - 1) % 2], at - block);
      waiting[(at / block) % 2] = hash;
    }
    if (at >= unread && table.maySee(hash)) {
      const end = extend(ids, table, table.find(hash, at), at, block, longest);
      if (end) unread = end - block + 1;
    }
    if (at + block < ids.length) hash = (Math.imul(hash - Math.imul(ids[at], power), MULTIPLIER) + ids[at + block]) | 0;
  }
}

/** Keeps the longest repeat around the equal blocks found; returns its end, 0 when there is none. */
function extend(ids: Ids, table: BlockTable, found: number, at: number, block: number, longest: Longest): number {
  let end = 0;
  for (let place = 0; place < found; place++) {
    const from = table.found[place];
    const most = at - from;
    let length = block;
    while (length < most && at + length < ids.length && ids[from + length] === ids[at + length]) length++;
    let before = 0;
    const back = Math.min(from, FARTHEST_BACK, most - length);
    while (before < back && ids[from - before - 1] === ids[at - before - 1]) before++;
    longest.add(at - before, length + before);
    end = Math.max(end, at + length);
  }
  return end;
}

/** Occurrences of a span in the text, none overlapping the one before; looked for by its rarest symbol. */
function countSpan(ids: Ids, frequencies: Uint32Array, { start, length }: Repeat): number {
  let anchor = 0;
  for (let at = 1; at < length; at++) if (frequencies[ids[start + at]] < frequencies[ids[start + anchor]]) anchor = at;
  const rarest = ids[start + anchor];
  let count = 0;
  for (let at = ids.indexOf(rarest, anchor); at !== -1; at = ids.indexOf(rarest, at)) {
    const same = at - anchor + length <= ids.length && sameSymbols(ids, at - anchor, start, length);
    if (same) count++;
    at += same ? length : 1;
  }
  return count;
}

/**
 * The longest spans that occur at least twice without overlapping, longest first, each verified symbol by symbol and
 * counted. Spans inside a longer one of the list are left out. Of longer texts the first 32 million symbols are searched.
 */
export function longestRepeats(text: Ids, limit = 10): Repeat[] {
  const ids = text.subarray(0, MOST_SYMBOLS);
  const longest = new Longest(ids);
  const chosen: Repeat[] = [];
  for (const block of BLOCKS) {
    if (ids.length >= 2 * block) findRepeats(ids, block, longest);
    chosen.length = 0;
    for (const span of longest.spans) {
      const inside = chosen.some(
        ({ start, length }) => span.start >= start && span.start + span.length <= start + length,
      );
      if (!inside) chosen.push(span);
      if (chosen.length === limit) break;
    }
    if (chosen.length === limit && chosen[limit - 1].length >= 2 * block - 1) break;
  }
  let largest = 0;
  for (const id of ids) if (id > largest) largest = id;
  const frequencies = new Uint32Array(largest + 1);
  for (const id of ids) frequencies[id]++;
  return chosen.map((span) => ({ ...span, count: countSpan(ids, frequencies, span) }));
}
