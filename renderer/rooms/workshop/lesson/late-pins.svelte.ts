import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Pin } from '../../../../electron/contract/lesson.ts';
import { runs } from '../../../state/runs.svelte.ts';
import type { Said } from './pins.ts';

/** What a run's checkpoints say of contexts that were pinned after the report on show, each asked for once. */
export class LatePins {
  #said = new SvelteMap<string, Said>();
  #asked = new SvelteSet<string>();
  #turn: Promise<unknown> = Promise.resolve();
  readonly #run: string;

  constructor(run: string) {
    this.#run = run;
  }

  #key = ({ text, next }: Pin, step: number): string => JSON.stringify([text, next, step]);

  /** What is known of it by now. @param step of a checkpoint, or 0 */
  of(pin: Pin, step: number): Said | undefined {
    return this.#said.get(this.#key(pin, step));
  }

  /** Asks for it, unless that was done; the table has a place without it, and the diagram says what is wrong. */
  want(pin: Pin, step: number): void {
    const key = this.#key(pin, step);
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    this.#turn = this.#turn.then(() =>
      runs.trace(this.#run, step, pin).then(
        ({ step: found, said }) => said && this.#said.set(key, { step: found, pinned: said }),
        () => this.#asked.delete(key),
      ),
    );
  }
}
