import { normalPrompt, readWords } from '../../../../electron/contract/read-words.ts';
import { isGreedy, type ToldStory } from '../../../../electron/contract/story.ts';
import { readingsText } from '../../../../electron/messages/readings-text.ts';
import { writeNumber } from '../../../../electron/messages/write-number.ts';
import { t } from '../../../state/language.svelte.ts';
import { models } from '../../../state/models.svelte.ts';
import { stories } from '../../../state/stories.svelte.ts';

/** How a story was told, in words. */
export function factsOf({ model, prompt, sampling }: ToldStory, read: string, toldAt: string | undefined): string[] {
  const { temperature, topK, topP, minP, repetitionPenalty, seed } = sampling;
  const chance: [string, string][] = [
    [t('term.temperature'), writeNumber(temperature)],
    [t('story.topK'), writeNumber(topK)],
    [t('story.topP'), writeNumber(topP)],
    [t('story.minP'), writeNumber(minP)],
    [t('story.repetition'), writeNumber(repetitionPenalty)],
    [t('told.seed'), String(seed)],
  ];
  const facts: [string, string][] = [
    [t('told.by'), models.byId(model)?.name ?? t('told.modelGone')],
    [t('story.firstLine'), prompt],
    ...(read ? [[t('story.newWordsHead'), read] as [string, string]] : []),
    ...(isGreedy(sampling) ? [[t('told.manner'), t('told.article')] as [string, string]] : chance),
    ...(toldAt ? [[t('story.toldOn'), toldAt.slice(0, 10)] as [string, string]] : []),
  ];
  return facts.map(([name, value]) => t('told.fact', { name, value }));
}

/** What was read in the place of words that the model does not know. */
export async function readingsOf({ model, prompt, sampling }: ToldStory): Promise<string> {
  if (!models.byId(model)) return '';
  const text = normalPrompt(prompt);
  return readingsText(readWords(text, await stories.prompt(model, text), sampling), { text: t });
}
