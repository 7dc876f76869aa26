import { toldApart, type Trained } from '../../electron/advice/told-apart.ts';
import type { Message } from '../../electron/contract/message.ts';
import { toldApartText } from '../../electron/messages/told-apart-text.ts';
import { say, t } from './language.svelte.ts';
import { models } from './models.svelte.ts';
import { runs } from './runs.svelte.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

const joined = (words: readonly Message[] | undefined, name = ''): string =>
  toldApartText(words, name, { say, text: t });

/** What the settings of each run, and of each model, have different from the others over its text. */
class ToldApart {
  #runs = $derived(toldApart(runs.list));
  #models = $derived(toldApart(models.list));

  /** `window 8, 2 layers`; empty where all have the same, and without what the run's name says already */
  run({ id, name }: Named): string {
    return joined(this.#runs.get(id), name);
  }

  /** The same of a model. */
  model({ id, name }: Named): string {
    return joined(this.#models.get(id), name);
  }
}

export const apart = new ToldApart();

/** Says what each of those that are shown has different from the rest of them. */
export function wordsAmong(shown: readonly Trained[]): (thing: Named) => string {
  const words = toldApart(shown);
  return ({ id, name }) => joined(words.get(id), name);
}
