import type { ModelCard } from '../../../../electron/contract/model.ts';
import type { CopiedFromTexts } from '../../../../electron/contract/story.ts';
import { t } from '../../../state/language.svelte.ts';

/** Texts in a sentence. */
export const namesOf = (names: readonly string[]): string =>
  names.map((name) => t('story.textName', { name })).join(t('story.comma'));

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
