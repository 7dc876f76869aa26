/** Processor time that this process has used so far, milliseconds. */
export function ownTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const TEXT = 'The mice held a council, and the cat was not told of it. '.repeat(2_000);
/** Processor time of `plainWork` on a machine with nothing else to do, seconds. */
const PLAIN = 0.05;

/** What every machine takes its time for: words cut out of a text and counted. Milliseconds of processor time. */
function plainWork(): number {
  const began = ownTime();
  const counts = new Map<string, number>();
  for (let times = 0; times < 12; times++)
    for (const [word] of TEXT.matchAll(/\w+|[^\w\s]/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return ownTime() - began;
}

/**
 * What must be quick is held against plain work of the same minute instead of a clock: processors differ, and share their
 * cores, caches and memory with others.
 *
 * @returns seconds that the work would have taken of a quiet machine's processor
 */
export async function ownSeconds(work: () => unknown): Promise<number> {
  plainWork();
  const before = plainWork();
  const began = ownTime();
  await work();
  const took = ownTime() - began;
  return (PLAIN * took) / Math.max(before, plainWork());
}
