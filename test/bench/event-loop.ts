import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION = 5;

/** How long the event loop of this process was kept from its next turn, milliseconds. */
export interface Blocked {
  /** longest wait of a timer beyond the moment it was due */
  readonly longest: number;
  /** 99 of 100 waits are shorter */
  readonly most: number;
  /** most processor time that this process took between two turns: a longer wait is due to what else the machine does */
  readonly processor: number;
  readonly seconds: number;
}

/** Watches the event loop while `work` goes on. */
export async function blockedBy(work: () => Promise<unknown>): Promise<Blocked> {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION });
  let processor = 0;
  let used = process.cpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(used);
    processor = Math.max(processor, (user + system) / 1000);
    used = process.cpuUsage();
  }, RESOLUTION);
  const began = performance.now();
  histogram.enable();
  await work();
  histogram.disable();
  clearInterval(timer);
  return {
    longest: Math.max(0, histogram.max / 1e6 - RESOLUTION),
    most: Math.max(0, histogram.percentile(99) / 1e6 - RESOLUTION),
    processor,
    seconds: (performance.now() - began) / 1000,
  };
}
