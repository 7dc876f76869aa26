import { CHECKPOINTS_KEPT } from '../../contract/limits.ts';

const { last: LAST, spread: SPREAD, spreadBytes: SPREAD_BYTES } = CHECKPOINTS_KEPT;

interface Entry {
  step: number;
  best: boolean;
  bytes: number;
}

/**
 * The one whose neighbours are nearest to each other, by the root of their steps: a network changes most at its
 * beginning, so that those early on stand closer. The first is spared as long as there is another.
 */
function mostCrowded(steps: number[], candidates: Set<number>): number {
  let [choice] = candidates;
  let smallest = Infinity;
  steps.forEach((step, index) => {
    const gap = Math.sqrt(steps[index + 1] ?? Infinity) - Math.sqrt(steps[index - 1] ?? 0);
    if (index > 0 && candidates.has(step) && gap < smallest) [choice, smallest] = [step, gap];
  });
  return choice;
}

/**
 * Which checkpoints to drop so that the last two, the latest best, the first and a spread of others remain, closer early
 * in the run than late: eight with the first, and 2 GiB, at most. Dropping after every new one thins all of them out as
 * the run grows.
 * @param entries by rising step
 */
export function stepsToDrop(entries: readonly Entry[]): number[] {
  const keep = new Set(entries.slice(-LAST).map(({ step }) => step));
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
