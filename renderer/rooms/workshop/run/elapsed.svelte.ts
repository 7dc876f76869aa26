import type { Run } from '../../../../electron/contract/run.ts';
import { studio } from '../../../state/studio.svelte.ts';

const TICK = 1000;

/** How long a run has gone on since its training time was known. */
interface Since {
  /** of which run, and what was known */
  readonly known: string;
  /** milliseconds until it stood still last */
  readonly passed: number;
  /** since when it goes on; undefined while it stands still */
  readonly from?: number;
}

/**
 * How long a run has been trained, moving each second between its reports. Stands still while nobody trains it, while it
 * stands at a report for a lesson, and while the host cannot be reached, of which nothing is known. To be made in a component.
 */
export class Elapsed {
  readonly #run: () => Run;
  #now = $state(performance.now());
  readonly #goes = $derived.by(
    () => this.#run().status === 'running' && this.#run().waitsAt === undefined && studio.link === 'up',
  );
  #before: Since = { known: '', passed: 0 };
  readonly #since = $derived.by(() => {
    const { id, seconds } = this.#run();
    const now = performance.now();
    const known = `${id} ${seconds}`;
    const { passed, from } = this.#before.known === known ? this.#before : { passed: 0, from: undefined };
    const stood = from === undefined ? passed : passed + now - from;
    return (this.#before = { known, passed: stood, from: this.#goes ? now : undefined });
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
    const { passed, from } = this.#since;
    const goingOn = from === undefined ? 0 : Math.max(0, this.#now - from);
    return this.#run().seconds + (passed + goingOn) / 1000;
  }
}
