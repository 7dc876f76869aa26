import { normalPrompt, readWords } from '../../../../electron/contract/read-words.ts';
import { isGreedy, type ToldStory } from '../../../../electron/contract/story.ts';
import { readingsText } from '../../../../electron/messages/readings-text.ts';
import { writeNumber } from '../../../lib/number-field.ts';
import { t } from '../../../state/language.svelte.ts';
import { models } from '../../../state/models.svelte.ts';
import { stories } from '../../../state/stories.svelte.ts';

/** How a story was told, in words. */
export function factsOf({ model, prompt, sampling }: ToldStory, read: string, toldAt: string | undefined): string[] {
  const { temperature, topK, topP, repetitionPenalty, seed } = sampling;
  const chance: [string, string][] = [
    [t('term.temperature'), writeNumber(temperature)],
    [t('story.topK'), writeNumber(topK)],
    [t('story.topP'), writeNumber(topP)],
    [t('story.repetition'), writeNumber(repetitionPenalty)],
    [t('story.seed'), String(seed)],
  ];
  const facts: [string, string][] = [
    [t('story.toldBy'), models.byId(model)?.name ?? t('story.modelGoneShort')],
    [t('story.firstLine'), prompt],
    ...(read ? [[t('story.newWordsHead'), read] as [string, string]] : []),
    ...(isGreedy(sampling) ? [[t('story.manner'), t('story.mannerArticle')] as [string, string]] : chance),
    ...(toldAt ? [[t('story.toldOn'), toldAt.slice(0, 10)] as [string, string]] : []),
  ];
  return facts.map(([name, value]) => t('story.fact', { name, value }));
}

/** What was read in the place of words that the model does not know. */
export async function readingsOf({ model, prompt, sampling }: ToldStory): Promise<string> {
  if (!models.byId(model)) return '';
  const text = normalPrompt(prompt);
  return readingsText(readWords(text, await stories.prompt(model, text), sampling), { text: t });
}
