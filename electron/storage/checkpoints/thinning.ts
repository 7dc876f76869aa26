/** Checkpoints kept for looking back, beside the last two and the best. */
const SPREAD = 8;
/** Bytes that the checkpoints kept for looking back may take. */
const SPREAD_BYTES = 2 * 1024 ** 3;

interface Entry {
  step: number;
  best: boolean;
  bytes: number;
}

/** The one whose neighbours are nearest to each other: without it the spread stays most even. */
function mostCrowded(steps: number[], candidates: Set<number>): number {
  let choice = -1;
  let smallest = Infinity;
  steps.forEach((step, index) => {
    const gap = (steps[index + 1] ?? Infinity) - (steps[index - 1] ?? 0);
    if (candidates.has(step) && gap < smallest) [choice, smallest] = [step, gap];
  });
  return choice;
}

/**
 * Which checkpoints to drop so that the last two, the latest best and an even spread of at most eight others (2 GiB)
 * remain. Dropping after every new one keeps every k-th, k growing with the run.
 * @param entries by rising step
 */
export function stepsToDrop(entries: readonly Entry[]): number[] {
  const keep = new Set(entries.slice(-2).map(({ step }) => step));
  const best = entries.findLast((entry) => entry.best);
  if (best) keep.add(best.step);
  const others = entries.filter(({ step }) => !keep.has(step));
  const bytes = new Map(others.map((entry) => [entry.step, entry.bytes]));
  const candidates = new Set(bytes.keys());
  const dropped: number[] = [];
  let steps = entries.map(({ step }) => step);
  const total = () => [...candidates].reduce((sum, step) => sum + (bytes.get(step) ?? 0), 0);
  while (candidates.size > SPREAD || (candidates.size > 0 && total() > SPREAD_BYTES)) {
    const step = mostCrowded(steps, candidates);
    candidates.delete(step);
    steps = steps.filter((each) => each !== step);
    dropped.push(step);
  }
  return dropped;
}
