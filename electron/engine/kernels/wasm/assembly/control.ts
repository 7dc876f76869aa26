// What the threads share: the first page of the memory. Each word that threads wait for has a cache line of its own.

/** Counts regions in its upper 24 bits; the lower 8 say how many threads take part in the region that it began. */
export const REGION: usize = 0;
const REGION_SLEEPERS: usize = 64;
/** Workers that have come up. */
export const READY: usize = 128;
const ARRIVED: usize = 256;
const PHASE: usize = 320;
const PHASE_SLEEPERS: usize = 384;
const NEXT: usize = 448;
/** How many threads take part in what runs now. */
export const PARTY: usize = 512;
/** The operation and its arguments, 32 bits each. */
const OPERATION: usize = 1024;

/** Looks that a thread waits before it sleeps, some tens of microseconds: between two operations nobody falls asleep. */
const LOOKS: i32 = 50_000;

/**
 * Sleeps while the word at `place` is `old`, and throws where a thread has failed. In JavaScript, because V8 11 (Node 20)
 * loses locals over `memory.atomic.wait32` in code that it has not optimised yet.
 */
declare function sleep(place: usize, old: i32): void;

export function operation(): i32 {
  return load<i32>(OPERATION);
}

export function integer(index: i32): i32 {
  return load<i32>(OPERATION + 4 + ((<usize>index) << 2));
}

/** An argument that is an address, in bytes. */
export function address(index: i32): usize {
  return <usize>integer(index);
}

export function float(index: i32): f32 {
  return load<f32>(OPERATION + 4 + ((<usize>index) << 2));
}

/** Waits until the word at `place` is no longer `old`, which it returns. */
export function awaitChange(place: usize, old: i32, sleepers: usize): i32 {
  for (let look = 0; look < LOOKS; look++) {
    const now = atomic.load<i32>(place);
    if (now != old) return now;
  }
  atomic.add<i32>(sleepers, 1);
  let now = atomic.load<i32>(place);
  while (now == old) {
    sleep(place, old);
    now = atomic.load<i32>(place);
  }
  atomic.sub<i32>(sleepers, 1);
  return now;
}

/** Changes a word that others may wait for. */
function change(place: usize, value: i32, sleepers: usize): void {
  atomic.store<i32>(place, value);
  if (atomic.load<i32>(sleepers) > 0) atomic.notify(place, -1);
}

/** Begins a region of `party` threads, this one among them. */
export function begin(party: i32): void {
  store<i32>(PARTY, party);
  store<i32>(NEXT, 0);
  if (party == 1) return;
  const count = (atomic.load<i32>(REGION) >> 8) + 1;
  change(REGION, (count << 8) | party, REGION_SLEEPERS);
}

/** Waits for a region after `seen`. */
export function awaitRegion(seen: i32): i32 {
  return awaitChange(REGION, seen, REGION_SLEEPERS);
}

/** The next part that nobody has taken yet, from 0 on. Who computes a part makes no difference to what comes out. */
export function next(): i32 {
  return atomic.add<i32>(NEXT, 1);
}

/** Waits until all threads of the region have come here; parts count from 0 again. */
export function meet(): void {
  const party = load<i32>(PARTY);
  if (party == 1) {
    store<i32>(NEXT, 0);
    return;
  }
  const phase = atomic.load<i32>(PHASE);
  if (atomic.add<i32>(ARRIVED, 1) == party - 1) {
    atomic.store<i32>(ARRIVED, 0);
    atomic.store<i32>(NEXT, 0);
    change(PHASE, phase + 1, PHASE_SLEEPERS);
  } else awaitChange(PHASE, phase, PHASE_SLEEPERS);
}
