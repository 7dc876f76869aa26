import type { ModelCard } from '../../../../electron/contract/model.ts';
import type { CopiedFromTexts } from '../../../../electron/contract/story.ts';
import { cutMiddle } from '../../../lib/cut-middle.ts';
import { t } from '../../../state/language.svelte.ts';

/** Signs of a text's name that a place of it or a list of texts has room for. */
const MOST_OF_NAME = 40;

/** A text's name, what is too long of it left out in the middle. */
export const shortName = (name: string): string => cutMiddle(name, MOST_OF_NAME);

/** Texts that a sentence names, before it counts the rest. */
const MOST_NAMES = 3;

/** Texts in a sentence. */
export function namesOf(texts: readonly string[]): string {
  const named = texts.slice(0, MOST_NAMES).map((name) => t('story.textName', { name: shortName(name) }));
  const names = named.join(t('library.comma'));
  const count = texts.length - named.length;
  return count > 0 ? t('story.textNames', { names, count }) : names;
}

/** Texts that a model learnt from, too, and that were not searched: a sentence for each reason. */
export function unsearched(
  { gone, long, more }: Pick<CopiedFromTexts, 'gone' | 'long' | 'more'>,
  model: ModelCard | undefined,
): string[] {
  return [
    ...(gone.length > 0 ? [t('story.copiedGone', { names: namesOf(gone) })] : []),
    ...(long.length > 0 ? [t('story.copiedLong', { names: namesOf(long) })] : []),
    ...(more && model?.base ? [t('story.copiedMore', { name: model.base.name })] : []),
  ];
}
