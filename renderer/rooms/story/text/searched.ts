import type { ModelCard } from '../../../../electron/contract/model.ts';
import type { CopiedFromTexts } from '../../../../electron/contract/story.ts';
import { cutMiddle } from '../../../lib/cut-middle.ts';
import { t } from '../../../state/language.svelte.ts';

/** Signs of a text's name that a place of it or a list of texts has room for. */
const MOST_OF_NAME = 40;

/** A text's name, what is too long of it left out in the middle. */
export const shortName = (name: string): string => cutMiddle(name, MOST_OF_NAME);

/** Texts in a sentence. */
export const namesOf = (names: readonly string[]): string =>
  names.map((name) => t('story.textName', { name: shortName(name) })).join(t('story.comma'));

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
