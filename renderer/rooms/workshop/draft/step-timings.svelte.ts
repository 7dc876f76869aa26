import { SvelteMap } from 'svelte/reactivity';
import { vocabularySizeOf, type Computer } from '../../../../electron/advice/estimate.ts';
import type { CorpusFacts } from '../../../../electron/advice/wording.ts';
import type { HyperparameterName, Hyperparameters } from '../../../../electron/contract/hyperparameters.ts';
import type { StepTimed } from '../../../../electron/contract/step-trial.ts';
import type { JobResult } from '../../../../electron/contract/worker.ts';
import { client } from '../../../lib/client.ts';
import { jobs } from '../../../state/jobs.svelte.ts';
import { machine } from '../../../state/machine.svelte.ts';
import { settings } from '../../../state/settings.svelte.ts';

/** Settings on which no step depends but by how many symbols they leave. */
const UNTIMED: ReadonlySet<HyperparameterName> = new Set<HyperparameterName>([
  ...(['tokenizer', 'lowercase', 'vocabularyLimit', 'minimumCount', 'order', 'stride', 'stateReset', 'seed'] as const),
  ...(['outputInitializer', 'learningRate', 'schedule', 'warmupSteps', 'steps', 'validationFraction'] as const),
  ...(['validationFile', 'reportEvery', 'evaluateEvery', 'checkpointEvery'] as const),
]);

/** A network of settings over a text, for what its steps take; the same for all that share a step, on one engine. */
function keyOf(h: Hyperparameters, facts: CorpusFacts): string {
  const where = [settings.value.engine, machine.value?.engine.label, vocabularySizeOf(h, facts)];
  return JSON.stringify([where, Object.entries(h).filter(([name]) => !UNTIMED.has(name as HyperparameterName))]);
}

/** What steps of networks took here, as far as it was asked for since the page came. */
class StepTimings {
  readonly #known = new SvelteMap<string, StepTimed | undefined>();
  #timing = $state.raw<{ key: string; abort: AbortController } | undefined>();

  readonly keyOf = keyOf;

  /** Whether there is an answer, be it that nothing can be timed. */
  knows(key: string): boolean {
    return this.#known.has(key);
  }

  isTiming(key: string): boolean {
    return this.#timing?.key === key;
  }

  /** A machine, with what was timed of a network on it. */
  on(computer: Partial<Computer> | undefined, h: Hyperparameters, facts: CorpusFacts): Partial<Computer> {
    const timed = this.#known.get(keyOf(h, facts));
    return { ...computer, ...(timed && { timed }) };
  }

  /** Has steps of a network timed, in place of another one's. */
  async time(h: Hyperparameters, facts: CorpusFacts): Promise<void> {
    const key = keyOf(h, facts);
    this.leaveOff();
    const abort = new AbortController();
    const timing = { key, abort };
    this.#timing = timing;
    try {
      const network = { hyperparameters: h, vocabularySize: vocabularySizeOf(h, facts) };
      const { job } = await client.request('runs.time', network);
      // One that has ended meanwhile is none to cancel.
      const cancel = () => void jobs.cancel(job).catch(() => {});
      if (abort.signal.aborted) cancel();
      abort.signal.addEventListener('abort', cancel, { once: true });
      const ended = await jobs.end<JobResult<'timeStep'>>(job);
      if (ended) this.#known.set(key, ended.timed);
    } catch {
      // It stays calculated; what keeps the network from being trained, the training says.
      this.#known.set(key, undefined);
    } finally {
      if (this.#timing === timing) this.#timing = undefined;
    }
  }

  leaveOff(): void {
    this.#timing?.abort.abort();
    this.#timing = undefined;
  }
}

export const stepTimings = new StepTimings();
