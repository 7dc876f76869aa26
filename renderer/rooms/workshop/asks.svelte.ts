import { SvelteMap } from 'svelte/reactivity';
import type { Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import type { Run } from '../../../electron/contract/run.ts';
import { corpora } from '../../state/corpora.svelte.ts';
import { route } from '../../state/route.svelte.ts';
import { runs } from '../../state/runs.svelte.ts';
import { trouble } from '../../state/trouble.svelte.ts';
import { draftOf } from './drafts.ts';
import type { RunAction } from './run-actions.ts';

type Ending = 'pause' | 'stop';

/** What was asked of runs and what they have not done yet: a pause waits for the checkpoint. */
class Asks {
  #asked = new SvelteMap<string, Ending>();

  /** What a run under way was asked for. */
  of({ id, status }: Pick<Run, 'id' | 'status'>): Ending | undefined {
    return status === 'running' ? this.#asked.get(id) : undefined;
  }

  /** Does what a button of a run says. */
  do(action: RunAction, run: Run): void {
    const { id } = run;
    const verbs: Partial<Record<RunAction, () => Promise<unknown>>> = {
      pause: () => this.#end(id, 'pause'),
      stop: () => this.#end(id, 'stop'),
      leave: () => runs.pause(id),
      resume: () => this.#resume(id),
      restart: () => this.#resume(id),
      delete: () => this.#delete(run),
    };
    if (action === 'again') useAgain(run);
    else void trouble.guard(async () => verbs[action]?.());
  }

  async #end(id: string, how: Ending): Promise<void> {
    this.#asked.set(id, how);
    try {
      await runs[how](id);
    } catch (thrown) {
      this.#asked.delete(id);
      throw thrown;
    }
  }

  async #resume(id: string): Promise<void> {
    this.#asked.delete(id);
    await runs.resume(id);
  }

  async #delete({ id, corpus }: Run): Promise<void> {
    await runs.delete(id);
    if (route.room === 'workshop' && route.id === id) route.replace(undefined, { corpus: corpus.id });
  }
}

export const asks = new Asks();

/** Makes a run's settings, with changes, those of a new one on the same text, or on the first there is. */
export function useAgain(run: Run, changes: Partial<Hyperparameters> = {}): void {
  const corpus = corpora.byId(run.corpus.id) ?? corpora.list[0];
  if (!corpus) return;
  const { preset, hyperparameters } = run;
  draftOf(corpus).adopt({ preset, hyperparameters: { ...hyperparameters, ...changes } });
  route.go('workshop', undefined, { corpus: corpus.id });
}
