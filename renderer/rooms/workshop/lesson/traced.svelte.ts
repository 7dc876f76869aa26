import { toPlainError, type PlainError } from '../../../../electron/contract/errors.ts';
import type { Pin } from '../../../../electron/contract/lesson.ts';
import type { Trace } from '../../../../electron/contract/trace.ts';
import { runs } from '../../../state/runs.svelte.ts';

/** What is looked into. */
export interface Wanted {
  readonly run: string;
  readonly step: number;
  readonly pin: Pin;
}

/** Milliseconds between two looks: a slider that is drawn along asks for its last place, not for all. */
const APART = 150;

/** A context's way through a run's network, asked for one at a time and always once more for what was wanted last. */
export class Traced {
  trace = $state.raw<Trace | undefined>();
  /** why there is none */
  error = $state.raw<PlainError | undefined>();
  #wanted: Wanted | undefined;
  #busy = false;

  want(wanted: Wanted): void {
    if (wanted.run !== this.#wanted?.run || wanted.pin.text !== this.#wanted.pin.text) this.trace = undefined;
    this.#wanted = wanted;
    if (!this.#busy) void this.#look();
  }

  /** Asks no more. */
  leave(): void {
    this.#wanted = undefined;
  }

  async #look(): Promise<void> {
    this.#busy = true;
    let done: Wanted | undefined;
    while (this.#wanted && this.#wanted !== done) {
      done = this.#wanted;
      const found = await runs.trace(done.run, done.step, done.pin).then(
        (trace) => ({ trace, error: undefined }),
        (thrown: unknown) => ({ trace: undefined, error: toPlainError(thrown) }),
      );
      if (this.#wanted?.run === done.run && this.#wanted.pin.text === done.pin.text) {
        this.trace = found.trace;
        this.error = found.error;
      }
      await new Promise((resolve) => setTimeout(resolve, APART));
    }
    this.#busy = false;
  }
}
