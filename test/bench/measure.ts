import { performance } from 'node:perf_hooks';

/** Something that can be repeated and timed, here or in another process. */
export interface Contestant {
  readonly label: string;
  /** milliseconds for each of `count` repetitions, on average */
  run(count: number): Promise<number>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** Average milliseconds of `count` calls. */
export function timed(count: number, once: () => void): number {
  const started = performance.now();
  for (let k = 0; k < count; k++) once();
  return (performance.now() - started) / count;
}

/** The same of calls that take their time. */
export async function timedInTurn(count: number, once: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  for (let k = 0; k < count; k++) await once();
  return (performance.now() - started) / count;
}

/**
 * Runs all contestants in turn, round after round, so that what else the machine does falls on each alike.
 * @returns each one's times, one a round
 */
export async function interleaved(contestants: readonly Contestant[], rounds: number, count: number) {
  for (const each of contestants) await each.run(Math.max(2, count >> 2));
  const times = contestants.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++)
    for (const [k, each] of contestants.entries()) times[k].push(await each.run(count));
  return times;
}
