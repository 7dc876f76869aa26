import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

const LONGEST_MS = 40;

/** Lets messages, timers and file writes through between steps, at least every 40 ms of computing. */
export class Breath {
  private last = performance.now();

  /** Resolves at once as long as the event loop has not waited too long. */
  async take(): Promise<void> {
    if (performance.now() - this.last < LONGEST_MS) return;
    await setImmediate();
    this.last = performance.now();
  }
}
