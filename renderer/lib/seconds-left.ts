import type { Run } from '../../electron/contract/run.ts';

/** Seconds of training that are left, by the pace at the last report and the steps since; 0 as long as it is not known. */
export function secondsLeft({ last, step, waitsAt, hyperparameters: { steps } }: Run): number {
  if (!last || waitsAt !== undefined || last.step >= steps) return 0;
  const since = Math.max(0, step - last.step);
  return last.secondsLeft * Math.max(0, 1 - since / (steps - last.step));
}
