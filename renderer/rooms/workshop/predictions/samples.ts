import type { TokenizerName } from '../../../../electron/contract/corpus.ts';
import type { Sample } from '../../../../electron/contract/run.ts';

export type Prediction = Sample['predictions'][number];

/** The samples that hold a story: one a checkpoint. */
export const withStories = (samples: readonly Sample[]): readonly Sample[] => samples.filter(({ story }) => story);

/**
 * What is on show: the story that the slider stands at (the newest unless somebody went back), and the predictions of
 * the same step, or at the newest story the newest predictions, which come more often.
 * @param position index among the stories; undefined follows the newest
 */
export function shownAt(samples: readonly Sample[], position: number | undefined) {
  const stories = withStories(samples);
  const last = stories.length - 1;
  const at = position === undefined ? last : Math.min(position, last);
  const story = stories[at];
  const following = at === last;
  const newest = samples.findLast(({ predictions }) => predictions.length > 0);
  const predicted = following || !story ? newest : story.predictions.length > 0 ? story : newest;
  return { stories, at: Math.max(0, at), story, predicted, following };
}

/** A symbol as it can be seen: blanks and line ends have signs. */
export function symbolText(symbol: string): string {
  const seen = symbol.trim();
  if (seen !== '') return seen;
  return symbol.includes('\n') ? '↵' : symbol === '' ? '' : '␣';
}

/** The symbols before a predicted one as running text, line ends as signs. */
export function contextText(context: readonly string[], tokenizer: TokenizerName): string {
  return context
    .join(tokenizer === 'whitespace' ? ' ' : '')
    .replace(/\s*\n\s*/g, ' ↵ ')
    .trim();
}

/** A told story behind its prompt; the tokenizer that cuts at spaces joins with them. */
export function storyText(
  { prompt, story }: Pick<Sample, 'prompt' | 'story'>,
  tokenizer: TokenizerName,
): { prompt: string; story: string } {
  return { prompt, story: tokenizer === 'whitespace' ? ` ${story}` : story };
}

/** Pieces of a text's beginning, to show what will be predicted from what before anything has been learnt. */
export function firstPredictions(text: string, tokenizer: TokenizerName, length: number, rows: number): Prediction[] {
  const words = /\s?[\p{Script=Han}]|\s?[\p{L}\p{N}’']+|\s?[^\s\p{L}\p{N}]/gu;
  const patterns = { whitespace: /\S+/gu, words, subwords: words, characters: /./gsu };
  const symbols = Array.from(text.matchAll(patterns[tokenizer]), ([symbol]) => symbol);
  const shown = Math.min(length, 8);
  const found: Prediction[] = [];
  for (let at = shown; at < symbols.length && found.length < rows; at += Math.max(2, Math.ceil(shown / 2) + 1))
    found.push({ context: symbols.slice(at - shown, at), predicted: '', expected: symbols[at], probability: 0 });
  return found;
}
