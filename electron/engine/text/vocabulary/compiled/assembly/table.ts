import { TABLES_END, unitAt } from './units';

/** Bytes of a slot: the key of a symbol; then its number and one, 0 where the slot is free. */
const SLOT: usize = 16;
const FIRST_BITS: u32 = 15;
/** Units of a symbol that a key holds, a byte each from the lowest on, with a bit behind the last. The key of others is a hash. */
export const SHORT: u32 = 7;
const LARGEST_BYTE: u32 = 255;
const LONG: u64 = 1 << 63;
const MULTIPLIER: u64 = 0x9e3779b97f4a7c15;

/** First byte of memory that nothing was given. */
let free: usize = TABLES_END;
let bits: u32 = FIRST_BITS;
let slots: usize = allocate(SLOT << FIRST_BITS);
/** where the units of each symbol begin in the arena, and of the next one: counted in units */
let places: usize = allocate(4 << (FIRST_BITS - 1));
let arena: usize = allocate(1 << 18);
let arenaBytes: usize = 1 << 18;
let count: u32 = 0;

/** A new stretch of memory, all zeros. */
export function allocate(bytes: usize): usize {
  const at = free;
  free += (bytes + 15) & ~15;
  const pages = <i32>((free + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) abort();
  return at;
}

/** Distinct symbols. */
export function size(): u32 {
  return count;
}

/** Address of where the units of each symbol begin, counted from `unitsOfSymbols`. */
export function placesOfSymbols(): usize {
  return places;
}

export function unitsOfSymbols(): usize {
  return arena;
}

function grow(): void {
  const old = slots;
  const end = slots + (SLOT << bits);
  bits++;
  slots = allocate(SLOT << bits);
  for (let from = old; from < end; from += SLOT) {
    const id = load<u32>(from, 8);
    if (id === 0) continue;
    const key = load<u64>(from);
    let slot = (key * MULTIPLIER) >> (64 - bits);
    while (load<u32>(slots + <usize>slot * SLOT, 8) !== 0) slot = (slot + 1) & ((1 << bits) - 1);
    store<u64>(slots + <usize>slot * SLOT, key);
    store<u32>(slots + <usize>slot * SLOT, id, 8);
  }
  const more = allocate(4 << (bits - 1));
  memory.copy(more, places, 4 << (bits - 2));
  places = more;
}

function append(at: usize, key: u64, start: usize, end: usize): u32 {
  const id = count++;
  store<u64>(at, key);
  store<u32>(at, id + 1, 8);
  const from = (<usize>load<u32>(places + ((<usize>id) << 2))) << 1;
  const to = from + (end - start);
  if (to > arenaBytes) {
    const bytes = max(to, 2 * arenaBytes);
    const more = allocate(bytes);
    memory.copy(more, arena, from);
    arena = more;
    arenaBytes = bytes;
  }
  memory.copy(arena + from, start, end - start);
  store<u32>(places + ((<usize>id) << 2), <u32>(to >> 1), 4);
  if (count + 1 === (<u32>1) << (bits - 1)) grow();
  return id;
}

function isSymbol(id: u32, start: usize, end: usize): bool {
  const place = places + ((<usize>id) << 2);
  const from = load<u32>(place);
  if ((<usize>(load<u32>(place, 4) - from)) << 1 !== end - start) return false;
  let own = arena + ((<usize>from) << 1);
  for (let at = start; at < end; at += 2, own += 2) if (unitAt(own) !== unitAt(at)) return false;
  return true;
}

/** Number of the symbol between two addresses, a new one where it is met for the first time. */
export function numberOf(start: usize, end: usize): u32 {
  let key: u64 = 0;
  let all: u32 = 0;
  if (end - start <= SHORT << 1) {
    let shift: u64 = 0;
    for (let at = start; at < end; at += 2, shift += 8) {
      const unit = unitAt(at);
      key |= (<u64>unit) << shift;
      all |= unit;
    }
    if (all <= LARGEST_BYTE) return numberBy(key | ((<u64>1) << shift), start, end);
  }
  key = end - start;
  for (let at = start; at < end; at += 2) key = (key ^ unitAt(at)) * MULTIPLIER;
  return numberBy((key ^ (key >> 29)) | LONG, start, end);
}

/** The same, by its key. */
export function numberBy(key: u64, start: usize, end: usize): u32 {
  const mask = ((<u64>1) << bits) - 1;
  let slot = (key * MULTIPLIER) >> (64 - bits);
  let at = slots + <usize>slot * SLOT;
  let id = load<u32>(at, 8);
  while (id !== 0) {
    if (load<u64>(at) === key && (key < LONG || isSymbol(id - 1, start, end))) return id - 1;
    slot = (slot + 1) & mask;
    at = slots + <usize>slot * SLOT;
    id = load<u32>(at, 8);
  }
  return append(at, key, start, end);
}

/**
 * Numbers the symbols between places of a text.
 * @param spans address of the first place and the one behind the last of each, in units, up to `end`
 * @param to where the numbers go
 * @returns address behind the last number
 */
export function numberSpans(text: usize, spans: usize, end: usize, to: usize): usize {
  for (let at = spans; at < end; at += 8, to += 4) {
    const start = text + ((<usize>load<u32>(at)) << 1);
    store<u32>(to, numberOf(start, text + ((<usize>load<u32>(at, 4)) << 1)));
  }
  return to;
}
