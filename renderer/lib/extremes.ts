/** How many of one level make one of the next. */
const FAN = 16;
const FIRST_ROOM = 64;

/** Where the lowest and the highest of a stretch lie, of equals the first; -1 where nothing in it was measured. */
export interface Extent {
  low: number;
  high: number;
}

/** Lowest and highest of consecutive blocks, those that are full. */
interface Level {
  low: Int32Array;
  high: Int32Array;
  length: number;
}

const nothing = (): Extent => ({ low: -1, high: -1 });

function take(extent: Extent, y: ArrayLike<number>, index: number): void {
  if (index < 0 || Number.isNaN(y[index])) return;
  if (extent.low < 0 || y[index] < y[extent.low]) extent.low = index;
  if (extent.high < 0 || y[index] > y[extent.high]) extent.high = index;
}

/** The extent of [from, to), looked for point by point. */
export function scan(y: ArrayLike<number>, from: number, to: number): Extent {
  const extent = nothing();
  for (let index = from; index < to; index++) take(extent, y, index);
  return extent;
}

/**
 * Finds the extent of any stretch of a growing curve without looking at its points: a new point costs a constant, a
 * stretch the logarithm of its length. Blocks of 16 points know their extent, so do blocks of 16 blocks, and so on; only
 * full blocks are kept, so that a cut leaves nothing to mend.
 */
export class Extremes {
  readonly #levels: Level[] = [];
  #length = 0;

  /** Takes in the points that have come since the last call; those before must be the same. */
  follow(y: ArrayLike<number>, length: number): void {
    while (this.#length + FAN <= length) {
      this.#add(0, scan(y, this.#length, this.#length + FAN));
      this.#length += FAN;
      this.#close(y);
    }
  }

  /** Forgets all from that point on. */
  cut(length: number): void {
    let size = FAN;
    for (const level of this.#levels) {
      level.length = Math.min(level.length, Math.floor(length / size));
      size *= FAN;
    }
    this.#length = (this.#levels[0]?.length ?? 0) * FAN;
  }

  /** The extent of [from, to) of the curve that was followed. */
  between(y: ArrayLike<number>, from: number, to: number): Extent {
    const extent = nothing();
    for (let index = from; index < to;) {
      let size = 1;
      let block: Level | undefined;
      for (const level of this.#levels) {
        const larger = size * FAN;
        if (index % larger !== 0 || index + larger > to || index / larger >= level.length) break;
        block = level;
        size = larger;
      }
      take(extent, y, block ? block.low[index / size] : index);
      if (block) take(extent, y, block.high[index / size]);
      index += size;
    }
    return extent;
  }

  #add(depth: number, { low, high }: Extent): void {
    const level = (this.#levels[depth] ??= {
      low: new Int32Array(FIRST_ROOM),
      high: new Int32Array(FIRST_ROOM),
      length: 0,
    });
    if (level.length === level.low.length) {
      level.low = larger(level.low);
      level.high = larger(level.high);
    }
    level.low[level.length] = low;
    level.high[level.length++] = high;
  }

  /** Makes a block of the next level wherever the newest one filled it up. */
  #close(y: ArrayLike<number>): void {
    for (let depth = 0; this.#levels[depth].length % FAN === 0; depth++) {
      const { low, high, length } = this.#levels[depth];
      const extent = nothing();
      for (let at = length - FAN; at < length; at++) {
        take(extent, y, low[at]);
        take(extent, y, high[at]);
      }
      this.#add(depth + 1, extent);
    }
  }
}

function larger(old: Int32Array): Int32Array {
  const room = new Int32Array(old.length * 2);
  room.set(old);
  return room;
}
