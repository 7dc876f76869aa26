import { readWords } from '../../../../electron/contract/read-words.ts';
import { isGreedy, titleOf, type StorySummary, type ToldStory } from '../../../../electron/contract/story.ts';
import { readingsText } from '../../../../electron/messages/readings-text.ts';
import { normalPrompt } from '../../../lib/prompt-pieces.ts';
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
function factsOf(
  { model, prompt, sampling }: ToldStory,
  read: string,
  kept: StorySummary | undefined,
): [string, string][] {
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
    ...(read ? [[t('story.newWordsHead'), read] as [string, string]] : []),
    ...(isGreedy(sampling) ? [[t('story.manner'), t('story.mannerArticle')] as [string, string]] : chance),
    ...(kept ? [[t('story.keptAlready'), kept.keptAt.slice(0, 10)] as [string, string]] : []),
  ];
}

/** What was read in the place of words that the model does not know. */
async function readingsOf({ model, prompt, sampling }: ToldStory): Promise<string> {
  if (!models.byId(model)) return '';
  const text = normalPrompt(prompt);
  return readingsText(readWords(text, await stories.prompt(model, text), sampling), { text: t });
}

/** Saves the open story as it is shown: alone, or as Markdown with its title and how it was told. */
export async function saveStory(story: ToldStory, type: 'text' | 'markdown', kept?: StorySummary): Promise<void> {
  const title = kept?.title ?? titleOf(beginningOf(page.shown));
  const saved = await trouble.guard(async () => {
    if (type === 'text') return stories.save(`${title}.txt`, `${page.text()}\n`, type);
    const facts = factsOf(story, await readingsOf(story), kept);
    return stories.save(`${title}.md`, markdownOf(title, page.text(), facts), type);
  });
  if (saved) toasts.show(t('story.saved', { name: saved }));
}
