import type { TokenizerName } from '../contract/corpus.ts';
import type { ModelCard } from '../contract/model.ts';
import type { ToldStory } from '../contract/story.ts';
import { openingOf } from '../contract/story-opening.ts';
import { normalPrompt } from '../contract/read-words.ts';

/** How symbols stand together: with blanks of their own, as letters, or apart by one space as the article's do. */
export type Joining = 'own' | 'letters' | 'spaces';

const TOKENIZERS = { own: 'words', letters: 'characters', spaces: 'whitespace' } as const;
const JOININGS = { words: 'own', subwords: 'own', characters: 'letters', whitespace: 'spaces' } as const;

const CLOSES = /^[.,;:!?…)\]}»”’%]+$/u;
const OPENS = /[([{«“‘]$/u;

export const joiningOf = (tokenizer: TokenizerName): Joining => JOININGS[tokenizer];

/** Of a story whose model may be gone: its text tells whether spaces were put between its symbols. */
export function storyJoining(
  model: ModelCard | undefined,
  story: Pick<ToldStory, 'prompt' | 'symbols' | 'text'>,
): Joining {
  if (model) return joiningOf(model.hyperparameters.tokenizer);
  const told = story.symbols.map(({ text }) => text).join('');
  if (!story.text.endsWith(told)) return 'spaces';
  return story.text === normalPrompt(story.prompt) + told ? 'letters' : 'own';
}

/**
 * A symbol as it is set: what stands before it, and its word. Where spaces join symbols, a mark that closes or follows
 * one that opens stands without, as in a book.
 * @param before what was set so far, or its end
 */
export function setSymbol(symbol: string, before: string, joining: Joining): { gap: string; word: string } {
  if (joining === 'spaces') {
    const tight = !before || CLOSES.test(symbol) || OPENS.test(before) || /\s$/.test(before);
    return { gap: tight ? '' : ' ', word: symbol };
  }
  const word = symbol.trimStart();
  if (!word) return { gap: '', word: symbol };
  return { gap: symbol.slice(0, symbol.length - word.length), word };
}

/** The prompt as it stands before what was told, with marks as in a book where spaces join symbols. */
export function setPrompt(prompt: string, joining: Joining): string {
  const opening = openingOf(prompt, TOKENIZERS[joining]);
  return joining === 'spaces' ? opening.replace(/ (?=[.,;:!?…)\]}»”’]+(?: |$))/gu, '') : opening;
}
