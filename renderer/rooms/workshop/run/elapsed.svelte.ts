import type { Run } from '../../../../electron/contract/run.ts';
import { studio } from '../../../state/studio.svelte.ts';

const TICK = 1000;

/**
 * How long a run has been trained, moving each second between its reports. Stands still while nobody trains it, while it stands at a report for a lesson, and while
 * the host cannot be reached, of which nothing is known. To be made in a component.
 */
export class Elapsed {
  readonly #run: () => Run;
  #now = $state(performance.now());
  readonly #known = $derived.by(() => this.#run().seconds);
  readonly #id = $derived.by(() => this.#run().id);
  readonly #goes = $derived.by(
    () => this.#run().status === 'running' && this.#run().waitsAt === undefined && studio.link === 'up',
  );
  /** when this was known, or the training went on from it */
  readonly #heard = $derived.by(() => {
    void [this.#id, this.#known, this.#goes];
    return performance.now();
  });

  constructor(run: () => Run) {
    this.#run = run;
    $effect(() => {
      if (!this.#goes) return;
      const timer = setInterval(() => (this.#now = performance.now()), TICK);
      return () => clearInterval(timer);
    });
  }

  /** Seconds of training so far. */
  get seconds(): number {
    return this.#known + (this.#goes ? Math.max(0, (this.#now - this.#heard) / 1000) : 0);
  }
}
