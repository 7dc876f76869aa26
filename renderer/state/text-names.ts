import { cutMiddle } from '../lib/cut-middle.ts';
import { t } from './language.svelte.ts';

/** Signs of a text's name that a place of it or a list of texts has room for. */
const MOST_OF_NAME = 40;
/** Texts that a sentence names, before it counts the rest. */
const MOST_NAMES = 3;

/** A text's name, what is too long of it left out in the middle. */
export const shortName = (name: string): string => cutMiddle(name, MOST_OF_NAME);

/** Texts in a sentence. */
export function textNames(texts: readonly string[]): string {
  const named = texts.slice(0, MOST_NAMES).map((name) => t('library.textName', { name: shortName(name) }));
  const names = named.join(t('library.comma'));
  const count = texts.length - named.length;
  return count > 0 ? t('library.textNames', { names, count }) : names;
}
