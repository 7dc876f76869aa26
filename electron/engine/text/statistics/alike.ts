import type { Breath } from '../../training/breath.ts';

/** Groups in which numbers are looked for: few enough that the processor knows where each goes on. */
const GROUPS = 256;
/** Slots looked through for one number: texts can be made whose hashes all want the same one. */
const PROBES = 256;

/** Places of like numbers in a list. */
export interface Alike {
  /** where the number of a place stands first */
  readonly first: Int32Array;
  /** where it stands next, -1 if nowhere */
  readonly next: Int32Array;
}

const mixed = (hash: number) => Math.imul(hash ^ (hash >>> 13), 0x85ebca6b);

/**
 * Finds like numbers. They are parted into groups first, whose tables the processor's cache holds: in one table for all of
 * them, each look would wait for the memory.
 * @throws the reason of `breath`'s signal
 */
export async function findAlike(numbers: Int32Array, breath: Breath): Promise<Alike> {
  const { places, ends } = grouped(numbers);
  const largest = ends.reduce((most, end, group) => Math.max(most, end - (ends[group - 1] ?? 0)), 0);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * largest + 1)));
  const mask = slots.length - 1;
  const first = new Int32Array(numbers.length);
  const next = new Int32Array(numbers.length).fill(-1);
  /** of a first place, the last one so far */
  const lasts = new Int32Array(numbers.length);
  for (let group = 0, at = 0; group < GROUPS; group++) {
    slots.fill(-1);
    for (; at < ends[group]; at++) {
      const place = places[at];
      const number = numbers[place];
      let slot = mixed(number) & mask;
      let probes = 0;
      while (slots[slot] >= 0 && numbers[slots[slot]] !== number && probes++ < PROBES) slot = (slot + 1) & mask;
      const known = slots[slot];
      if (known >= 0 && numbers[known] === number) {
        first[place] = known;
        next[lasts[known]] = place;
        lasts[known] = place;
      } else {
        slots[slot] = place;
        first[place] = place;
        lasts[place] = place;
      }
    }
    await breath.take();
  }
  return { first, next };
}

/** The places of numbers, group by group and rising in each, and where each group ends. */
function grouped(numbers: Int32Array): { places: Int32Array; ends: Int32Array } {
  const ends = new Int32Array(GROUPS);
  for (let place = 0; place < numbers.length; place++) ends[mixed(numbers[place]) >>> 24]++;
  let before = 0;
  for (let group = 0; group < GROUPS; group++) {
    const size = ends[group];
    ends[group] = before;
    before += size;
  }
  const places = new Int32Array(numbers.length);
  for (let place = 0; place < numbers.length; place++) places[ends[mixed(numbers[place]) >>> 24]++] = place;
  return { places, ends };
}
