import { isGreedy, titleOf, type StorySummary, type ToldStory } from '../../../../electron/contract/story.ts';
import { writeNumber } from '../../../lib/number-field.ts';
import { t } from '../../../state/language.svelte.ts';
import { models } from '../../../state/models.svelte.ts';
import { stories } from '../../../state/stories.svelte.ts';
import { toasts } from '../../../state/toasts.svelte.ts';
import { trouble } from '../../../state/trouble.svelte.ts';
import { page } from '../page.svelte.ts';
import { markdownOf } from '../text/markdown.ts';
import { beginningOf } from '../text/typeset.ts';

/** How a story was told, in words. */
function factsOf({ model, prompt, sampling }: ToldStory, toldAt: string | undefined): [string, string][] {
  const { temperature, topK, topP, repetitionPenalty, seed } = sampling;
  const chance: [string, string][] = [
    [t('story.temperature'), writeNumber(temperature)],
    [t('story.topK'), writeNumber(topK)],
    [t('story.topP'), writeNumber(topP)],
    [t('story.repetition'), writeNumber(repetitionPenalty)],
    [t('story.seed'), String(seed)],
  ];
  return [
    [t('story.toldBy'), models.byId(model)?.name ?? t('story.modelGoneShort')],
    [t('story.firstLine'), prompt],
    ...(isGreedy(sampling) ? [[t('story.manner'), t('story.mannerArticle')] as [string, string]] : chance),
    ...(toldAt ? [[t('story.toldOn'), toldAt.slice(0, 10)] as [string, string]] : []),
  ];
}

/** Saves the open story as it is shown: alone, or as Markdown with its title and how it was told. */
export async function saveStory(story: ToldStory, type: 'text' | 'markdown', listed?: StorySummary): Promise<void> {
  const title = listed?.title ?? titleOf(beginningOf(page.shown));
  const [text, extension] =
    type === 'text'
      ? [`${page.text()}\n`, 'txt']
      : [markdownOf(title, page.text(), factsOf(story, listed?.toldAt)), 'md'];
  const saved = await trouble.guard(() => stories.save(`${title}.${extension}`, text, type));
  if (saved) toasts.show(t('story.saved', { name: saved }));
}
