import type { ModelCard } from '../../../../electron/contract/model.ts';
import type { CopiedFromTexts } from '../../../../electron/contract/story.ts';
import { t } from '../../../state/language.svelte.ts';
import { textNames } from '../../../state/text-names.ts';

/** Texts that a model learnt from, too, and that were not searched: a sentence for each reason. */
export function unsearched(
  { gone, long, more }: Pick<CopiedFromTexts, 'gone' | 'long' | 'more'>,
  model: ModelCard | undefined,
): string[] {
  return [
    ...(gone.length > 0 ? [t('story.copiedGone', { names: textNames(gone) })] : []),
    ...(long.length > 0 ? [t('story.copiedLong', { names: textNames(long) })] : []),
    ...(more && model?.base ? [t('story.copiedMore', { name: model.base.name })] : []),
  ];
}
