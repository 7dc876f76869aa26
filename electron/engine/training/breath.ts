import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

const LONGEST_MS = 40;

/** Lets messages, timers and file writes through between bounded pieces of work, at least every 40 ms of computing. */
export class Breath {
  private readonly signal: AbortSignal | undefined;
  private last = performance.now();

  /** @param signal what asks the work to leave off */
  constructor(signal?: AbortSignal) {
    this.signal = signal;
  }

  /**
   * Resolves at once as long as the event loop has not waited too long.
   * @throws the signal's reason once it is aborted
   */
  async take(): Promise<void> {
    if (performance.now() - this.last >= LONGEST_MS) {
      await setImmediate();
      this.last = performance.now();
    }
    this.signal?.throwIfAborted();
  }
}
