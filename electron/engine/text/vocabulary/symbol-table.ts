const FIRST_SLOTS = 1 << 14;
/** Units of a symbol that two numbers hold, a byte each, with a bit before them that says how many there are. */
const SHORT = 7;
const LARGEST_BYTE = 255;
/** Units that become text together, where they are of several symbols. */
const DECODED = 1 << 12;

/**
 * Distinct symbols, numbered by first appearance and counted. Symbols are looked up by their characters where they
 * stand in the text, so that counting makes no strings: an open-addressing hash table over one arena of characters.
 */
export class SymbolTable {
  size = 0;
  counts = new Uint32Array(FIRST_SLOTS / 2);
  #slots = new Int32Array(FIRST_SLOTS).fill(-1);
  #hashes = new Int32Array(FIRST_SLOTS / 2);
  #starts = new Uint32Array(FIRST_SLOTS / 2 + 1);
  #arena = new Uint16Array(1 << 17);
  /** two numbers a symbol: all of a short one, which is compared at once, and 0 of others */
  #packed = new Int32Array(FIRST_SLOTS);

  /** Counts the symbol `text.slice(start, end)` and returns its number. */
  add(text: string, start: number, end: number): number {
    return end - start <= SHORT ? this.#addShort(text, start, end) : this.#addLong(text, start, end);
  }

  #addShort(text: string, start: number, end: number): number {
    let low = 1;
    let high = 0;
    let all = 0;
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      all |= unit;
      high = (high << 8) | (low >>> 24);
      low = (low << 8) | unit;
    }
    if (all > LARGEST_BYTE) return this.#addLong(text, start, end);
    let hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let id = this.#slots[slot]; id >= 0; id = this.#slots[slot]) {
      if (this.#packed[2 * id] === low && this.#packed[2 * id + 1] === high) {
        this.counts[id]++;
        return id;
      }
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.size;
    this.#packed[2 * this.size] = low;
    this.#packed[2 * this.size + 1] = high;
    return this.#append(hash, text, start, end);
  }

  #addLong(text: string, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let id = this.#slots[slot]; id >= 0; id = this.#slots[slot]) {
      if (this.#hashes[id] === hash && this.#equals(id, text, start, end)) {
        this.counts[id]++;
        return id;
      }
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.size;
    return this.#append(hash, text, start, end);
  }

  /** All symbols, in the order of their numbers. */
  symbols(): string[] {
    return symbolsIn(this.#arena, this.#starts, 0, this.size);
  }

  #equals(id: number, text: string, start: number, end: number): boolean {
    const from = this.#starts[id];
    if (this.#starts[id + 1] - from !== end - start) return false;
    for (let at = start; at < end; at++) if (this.#arena[from + at - start] !== text.charCodeAt(at)) return false;
    return true;
  }

  #append(hash: number, text: string, start: number, end: number): number {
    const id = this.size++;
    const from = this.#starts[id];
    const needed = from + end - start;
    if (needed > this.#arena.length) this.#arena = grown(this.#arena, needed);
    for (let at = start; at < end; at++) this.#arena[from + at - start] = text.charCodeAt(at);
    this.#starts[id + 1] = needed;
    this.#hashes[id] = hash;
    this.counts[id] = 1;
    if (this.size === this.counts.length) this.#grow();
    return id;
  }

  #grow() {
    const size = 2 * this.size;
    this.counts = grown(this.counts, size);
    this.#packed = grown(this.#packed, 2 * size);
    this.#hashes = grown(this.#hashes, size);
    this.#starts = grown(this.#starts, size + 1);
    const slots = new Int32Array(2 * size).fill(-1);
    const mask = slots.length - 1;
    for (let id = 0; id < this.size; id++) {
      let slot = this.#hashes[id] & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.#slots = slots;
  }
}

/** A longer copy: at least twice as long, at least `needed`. */
export function grown<Numbers extends Uint16Array | Uint32Array | Int32Array>(
  numbers: Numbers,
  needed: number,
): Numbers {
  const longer = new (numbers.constructor as new (length: number) => Numbers)(Math.max(needed, 2 * numbers.length));
  longer.set(numbers);
  return longer;
}

/** The symbols of all numbers from one on, up to another. @param starts where the units of each begin, and of the next one */
export function symbolsIn(units: Uint16Array, starts: Uint32Array, from: number, to: number): string[] {
  const symbols: string[] = [];
  for (let first = from; first < to;) {
    // many at a time are decoded in a fraction of the time that each by itself would take
    let last = first + 1;
    while (last < to && starts[last + 1] - starts[first] <= DECODED) last++;
    const begin = starts[first];
    const text = decoded(units.subarray(begin, starts[last]));
    for (; first < last; first++) symbols.push(text.slice(starts[first] - begin, starts[first + 1] - begin));
  }
  return symbols;
}

/** Units as text; half pairs stay what they are. */
function decoded(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += DECODED)
    text += String.fromCharCode.apply(null, units.subarray(at, at + DECODED) as unknown as number[]);
  return text;
}
