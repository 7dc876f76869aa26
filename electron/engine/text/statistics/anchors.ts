import type { Breath } from '../../training/breath.ts';
import type { Ids } from '../vocabulary/id-list.ts';

const MULTIPLIER = 0x01000193;
/** Windows between two looks at whether to leave off. */
const PIECE = 1 << 16;

const mixed = (hash: number) => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);

/** Windows of a text that were chosen, in their order. */
export interface Anchors {
  readonly positions: Int32Array;
  readonly hashes: Int32Array;
}

/**
 * Chooses windows of a text by what stands in them alone: of every `block` windows in a row the one with the least hash, of
 * several the last. So two equal stretches of 2 · block - 1 symbols have a chosen window in common, wherever they stand
 * (winnowing: Schleimer, Wilkerson and Aiken 2003), and of an ordinary text two of block + 1 windows are chosen. Of windows
 * that say the same and overlap, one after the other, only the first is: a run of one symbol would be nothing but such.
 *
 * @param block symbols of a window, a power of two, at most those of the text
 * @throws the reason of `breath`'s signal
 */
export async function chooseAnchors(ids: Ids, block: number, breath: Breath): Promise<Anchors> {
  const chosen = new Chosen(block, ids.length);
  const windows = new Windows(ids, block, chosen);
  while (windows.takePiece()) await breath.take();
  return chosen.all();
}

class Chosen {
  readonly #block: number;
  #positions: Int32Array;
  #hashes: Int32Array;
  #count = 0;

  constructor(block: number, length: number) {
    this.#block = block;
    const expected = Math.ceil((2.2 * length) / (block + 1)) + 16;
    this.#positions = new Int32Array(expected);
    this.#hashes = new Int32Array(expected);
  }

  add(position: number, hash: number): void {
    const last = this.#count - 1;
    if (last >= 0 && this.#hashes[last] === hash && position - this.#positions[last] < this.#block) return;
    if (this.#count === this.#positions.length) {
      this.#positions = grown(this.#positions);
      this.#hashes = grown(this.#hashes);
    }
    this.#positions[this.#count] = position;
    this.#hashes[this.#count++] = hash;
  }

  all(): Anchors {
    return { positions: this.#positions.subarray(0, this.#count), hashes: this.#hashes.subarray(0, this.#count) };
  }
}

function grown(numbers: Int32Array): Int32Array {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

/** All windows of a text, one after the other. */
class Windows {
  readonly #ids: Ids;
  readonly #block: number;
  readonly #chosen: Chosen;
  readonly #power: number;
  /** hashes of the last windows, in turn */
  readonly #recent: Int32Array;
  /** rolling hash of the next window */
  #value = 0;
  #next = 0;
  /** the least of the last windows, and where it stands */
  #least = 0x7fffffff;
  #leastAt = 0;

  constructor(ids: Ids, block: number, chosen: Chosen) {
    this.#ids = ids;
    this.#block = block;
    this.#chosen = chosen;
    this.#recent = new Int32Array(block);
    let power = 1;
    for (let at = 1; at < block; at++) power = Math.imul(power, MULTIPLIER);
    this.#power = power;
    for (let at = 0; at < block; at++) this.#value = (Math.imul(this.#value, MULTIPLIER) + ids[at]) | 0;
  }

  /** @returns whether there are more */
  takePiece(): boolean {
    const [ids, block, power, recent, chosen] = [this.#ids, this.#block, this.#power, this.#recent, this.#chosen];
    const mask = block - 1;
    const last = ids.length - block;
    const end = Math.min(this.#next + PIECE, last + 1);
    let value = this.#value;
    let least = this.#least;
    let leastAt = this.#leastAt;
    for (let at = this.#next; at < end; at++) {
      const hash = mixed(value);
      recent[at & mask] = hash;
      if (hash <= least) {
        least = hash;
        leastAt = at;
        chosen.add(at, hash);
      } else if (at - leastAt >= block) {
        leastAt = at - mask;
        for (let other = leastAt; other <= at; other++)
          if (recent[other & mask] <= recent[leastAt & mask]) leastAt = other;
        least = recent[leastAt & mask];
        chosen.add(leastAt, least);
      }
      // beyond the text nothing is looked at
      value = (Math.imul(value - Math.imul(ids[at], power), MULTIPLIER) + (at < last ? ids[at + block] : 0)) | 0;
    }
    this.#value = value;
    this.#least = least;
    this.#leastAt = leastAt;
    this.#next = end;
    return end <= last;
  }
}
