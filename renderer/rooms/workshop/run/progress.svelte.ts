import type { Run } from '../../../../electron/contract/run.ts';
import { studio } from '../../../state/studio.svelte.ts';

const TICK = 1000;

/**
 * How long a run has been trained, moving each second between its reports. Stands still while nobody trains it, and while
 * the host cannot be reached, of which nothing is known. To be made in a component.
 */
export class Progress {
  readonly #run: () => Run;
  #now = $state(performance.now());
  readonly #known = $derived.by(() => this.#run().seconds);
  /** when this was known */
  readonly #heard = $derived.by(() => {
    void this.#known;
    return performance.now();
  });
  readonly #goes = $derived.by(() => this.#run().status === 'running' && studio.link === 'up');

  constructor(run: () => Run) {
    this.#run = run;
    $effect(() => {
      if (!this.#goes) return;
      const timer = setInterval(() => (this.#now = performance.now()), TICK);
      return () => clearInterval(timer);
    });
  }

  /** Seconds since the newest report. */
  get #since(): number {
    return this.#goes ? Math.max(0, (this.#now - this.#heard) / 1000) : 0;
  }

  /** Seconds of training so far. */
  get elapsed(): number {
    return this.#known + this.#since;
  }

  /** Seconds to its end; undefined until they can be told from steps that were measured. */
  get left(): number | undefined {
    const { last } = this.#run();
    return last && last.secondsLeft > 0 ? Math.max(1, last.secondsLeft - this.#since) : undefined;
  }
}
