import { settingWord } from '../../../../electron/advice/setting-words.ts';
import type { ModelCard } from '../../../../electron/contract/model.ts';
import { say } from '../../../state/language.svelte.ts';
import { tellingKnobs } from './model-facts.ts';

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** All that a model is found by: name, text, tags, note, and its settings in words. */
function written(model: ModelCard): string {
  const settings = tellingKnobs(model).map((name) => say(settingWord(name, model.hyperparameters)));
  const parts = [model.name, model.corpus?.name ?? '', ...(model.tags ?? []), model.note ?? '', ...settings];
  return plain(parts.join('\n'));
}

/** Whether something stands in a text, a number as a whole: 8 does not stand in 18. */
function stands(wanted: string, text: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const [before, behind] = [text.slice(0, at), text.slice(at + wanted.length)];
    const torn = (/^\d/.test(wanted) && /\d[.,]?$/.test(before)) || (/\d$/.test(wanted) && /^[.,]?\d/.test(behind));
    if (!torn) return true;
  }
  return false;
}

/** The models in which something stands as it is typed or, where it stands so in none, those that have each of its words. */
export function findModels(models: readonly ModelCard[], typed: string): readonly ModelCard[] {
  const wanted = plain(typed).trim();
  if (!wanted) return models;
  const all = models.map((model) => ({ model, text: written(model) }));
  const exactly = all.filter(({ text }) => stands(wanted, text));
  const words = wanted.split(/\s+/);
  // a number says nothing without the word before it
  if (words.some((word) => /^[\d.,]+$/.test(word))) return exactly.map(({ model }) => model);
  const found = exactly.length > 0 ? exactly : all.filter(({ text }) => words.every((word) => stands(word, text)));
  return found.map(({ model }) => model);
}
