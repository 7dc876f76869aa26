import { SvelteMap } from 'svelte/reactivity';
import type { Hyperparameters } from '../../../../electron/contract/hyperparameters.ts';
import type { Run } from '../../../../electron/contract/run.ts';
import { corpora } from '../../../state/corpora.svelte.ts';
import { jobs } from '../../../state/jobs.svelte.ts';
import { t } from '../../../state/language.svelte.ts';
import { models } from '../../../state/models.svelte.ts';
import { route } from '../../../state/route.svelte.ts';
import { runs } from '../../../state/runs.svelte.ts';
import { toasts } from '../../../state/toasts.svelte.ts';
import { trouble } from '../../../state/trouble.svelte.ts';
import { draftOf } from '../draft/drafts.ts';
import type { RunAction } from './run-actions.ts';

type Ending = 'pause' | 'stop' | 'keep';

/** What was asked of runs and what they have not done yet: a pause waits for the checkpoint. */
class Asks {
  #asked = new SvelteMap<string, Ending>();

  constructor() {
    // it may be resumed from another page, where nobody asked for anything
    $effect.root(() => {
      $effect(() => this.#forgetEnded());
    });
  }

  #forgetEnded(): void {
    for (const [id, how] of this.#asked)
      if (how !== 'keep' && runs.byId(id)?.status !== 'running') this.#asked.delete(id);
  }

  /** What a run was asked for, on this page or another. */
  of({ id, status }: Pick<Run, 'id' | 'status'>): Ending | undefined {
    if (jobs.list.some(({ kind, subject }) => kind === 'keep' && subject === id)) return 'keep';
    const asked = this.#asked.get(id);
    return status === 'running' || asked === 'keep' ? asked : undefined;
  }

  /** Does what a button of a run says. */
  do(action: RunAction, run: Run): void {
    const { id } = run;
    const verbs: Partial<Record<RunAction, () => Promise<unknown>>> = {
      pause: () => this.#end(id, 'pause'),
      stop: () => this.#end(id, 'stop'),
      keep: () => this.#keep(id),
      leave: () => runs.pause(id),
      resume: () => runs.resume(id),
      finish: () => runs.resume(id),
      restart: () => runs.resume(id),
      delete: () => this.#delete(run),
    };
    if (action === 'again') useAgain(run);
    else void trouble.guard(async () => verbs[action]?.());
  }

  async #end(id: string, how: 'pause' | 'stop'): Promise<void> {
    this.#asked.set(id, how);
    try {
      await runs[how](id);
    } catch (thrown) {
      this.#asked.delete(id);
      throw thrown;
    }
  }

  async #keep(id: string): Promise<void> {
    this.#asked.set(id, 'keep');
    await runs.stop(id).finally(() => this.#asked.delete(id));
  }

  async #delete({ id, corpus }: Run): Promise<void> {
    await runs.delete(id);
    if (route.room === 'workshop' && route.id === id) route.replace(undefined, { corpus: corpus.id });
  }
}

export const asks = new Asks();

/** Makes a run's settings, with changes, those of a new one on the same text, or on the first there is. */
export function useAgain(run: Run, changes: Partial<Hyperparameters> = {}): void {
  const corpus = corpora.of(run) ?? corpora.list[0];
  if (!corpus) return;
  const { preset, base, hyperparameters } = run;
  if (base && !models.byId(base.id)) toasts.show(t('workshop.baseGone', { name: base.name }));
  draftOf(corpus).adopt({ preset, base, hyperparameters: { ...hyperparameters, ...changes } });
  route.go('workshop', undefined, { corpus: corpus.id });
}
