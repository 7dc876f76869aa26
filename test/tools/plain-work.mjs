// What every machine takes its time for, to hold what must be quick against: processors differ, and share their cores, caches
// and memory with others.

const TEXT = 'The mice held a council, and the cat was not told of it. '.repeat(2_000);
/** Processor time of `plainWork` on a machine with nothing else to do, milliseconds. */
const PLAIN = 50;

/** Processor time that this process has used so far, milliseconds. */
export function ownTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Cuts words out of a text and counts them. @returns {number} milliseconds of processor time */
function plainWork() {
  const began = ownTime();
  const counts = new Map();
  for (let times = 0; times < 12; times++)
    for (const [word] of TEXT.matchAll(/\w+|[^\w\s]/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return ownTime() - began;
}

/**
 * How many times as long as on a quiet machine plain work takes while something is done, at least once: before it or after.
 * @template T
 * @param {() => T | Promise<T>} work
 * @returns {Promise<{ done: T, slowness: number }>}
 */
export async function besidePlainWork(work) {
  plainWork();
  const before = plainWork();
  const done = await work();
  return { done, slowness: Math.max(before, plainWork()) / PLAIN };
}
