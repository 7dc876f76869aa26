import { SvelteMap } from 'svelte/reactivity';
import type { ModelCard } from '../../electron/contract/model.ts';
import type { Run } from '../../electron/contract/run.ts';
import { client } from '../lib/client.ts';
import { jobs } from './jobs.svelte.ts';
import { language } from './language.svelte.ts';
import { models } from './models.svelte.ts';
import { trouble } from './trouble.svelte.ts';

/** The checkpoints of runs that were asked for, as they are on the disk, and the models made of them. */
class Checkpoints {
  #steps = new SvelteMap<string, readonly number[]>();

  listen(): void {
    client.on('runs.checkpoint', ({ id }) => {
      if (this.#steps.has(id)) void this.load(id);
    });
  }

  /** The steps of which a run has one, rising; undefined before they are read. */
  of(run: string): readonly number[] | undefined {
    return this.#steps.get(run);
  }

  /** Reads them anew. */
  async load(run: string): Promise<void> {
    const found = await trouble.guard(() => client.request('runs.checkpoints', { id: run }));
    if (found) this.#steps.set(run, found.steps);
  }

  /** The model made of a step: one of its own first, else the run's. */
  model(run: string, step: number): ModelCard | undefined {
    const made = models.list.filter((model) => model.run === run && model.step === step);
    return made.find(({ id }) => id !== run) ?? made[0];
  }

  /** Whether a model of that run is being made of a checkpoint, here or on another page. */
  isKeeping({ id }: Pick<Run, 'id'>): boolean {
    return jobs.list.some(({ kind, subject }) => kind === 'keepCheckpoint' && subject === id);
  }

  /** Makes a model of one; undefined where it was left off. */
  async keep(run: string, step: number): Promise<ModelCard | undefined> {
    const { job } = await client.request('runs.keep', { id: run, step, language: language.current });
    const card = await jobs.end<ModelCard>(job);
    if (card) models.put(card);
    return card;
  }
}

export const checkpoints = new Checkpoints();

/** The step at which a network can be looked into that is nearest to another: of a checkpoint, or before the first step. */
export function stepToLookInto(run: string, step: number): number {
  const known = checkpoints.of(run);
  return (known && nearestStep([0, ...known], step)) ?? step;
}

/** The step that is nearest to another; of two as near the earlier one. */
export function nearestStep(steps: readonly number[], to: number): number | undefined {
  return steps.reduce<number | undefined>(
    (best, step) => (best === undefined || Math.abs(step - to) < Math.abs(best - to) ? step : best),
    undefined,
  );
}
