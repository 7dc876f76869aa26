/** Ids as models read them: two bytes each where the vocabulary allows it. */
export type Ids = Uint16Array | Uint32Array;

const BLOCK = 1 << 20;
const NARROW = 1 << 16;

/** An empty array for `length` ids below `bound`. */
export function allocateIds(length: number, bound: number): Ids {
  return bound <= NARROW ? new Uint16Array(length) : new Uint32Array(length);
}

/** A list of numbers that grows without being copied; it stays two bytes a number until one needs more. */
export class IdList {
  length = 0;
  #blocks: Ids[] = [];
  #block: Ids = new Uint16Array();
  #at = 0;

  push(id: number) {
    if (this.#at === this.#block.length) {
      this.#block = allocateIds(BLOCK, id + 1);
      this.#blocks.push(this.#block);
      this.#at = 0;
    }
    if (id >= NARROW && this.#block instanceof Uint16Array) {
      this.#block = Uint32Array.from(this.#block);
      this.#blocks[this.#blocks.length - 1] = this.#block;
    }
    this.#block[this.#at++] = id;
    this.length++;
  }

  /** The first `count` places whose number `target` maps to `id`, with those numbers. */
  select(target: Uint32Array, id: number, count: number): { places: Uint32Array; numbers: Uint32Array } {
    const [places, numbers] = [new Uint32Array(count), new Uint32Array(count)];
    let [found, place] = [0, 0];
    for (const block of this.#blocks)
      for (let at = 0; at < block.length && place < this.length && found < count; at++, place++) {
        if (target[block[at]] !== id) continue;
        places[found] = place;
        numbers[found++] = block[at];
      }
    return { places, numbers };
  }

  /** All numbers as `target[number]`, in one array for values below `bound`; the list is empty afterwards. */
  drain(target: Uint32Array, bound: number): Ids {
    const ids = allocateIds(this.length, bound);
    let to = 0;
    for (let block = this.#blocks.shift(); block; block = this.#blocks.shift()) {
      const { length } = this.#blocks.length ? block : block.subarray(0, this.#at);
      for (let at = 0; at < length; at++) ids[to++] = target[block[at]];
    }
    this.#block = new Uint16Array();
    this.length = this.#at = 0;
    return ids;
  }
}
