import type { TokenizerName } from '../../../../electron/contract/corpus.ts';
import type { ModelCard } from '../../../../electron/contract/model.ts';
import type { ToldStory } from '../../../../electron/contract/story.ts';

/** How symbols stand together: with blanks of their own, or apart by one space as the article's do. */
export type Joining = 'own' | 'spaces';

const CLOSES = /^[.,;:!?…)\]}»”’%]+$/u;
const OPENS = /[([{«“‘]$/u;

export const joiningOf = (tokenizer: TokenizerName): Joining => (tokenizer === 'whitespace' ? 'spaces' : 'own');

/** Of a story whose model may be gone: its text tells whether spaces were put between its symbols. */
export function storyJoining(model: ModelCard | undefined, story: Pick<ToldStory, 'symbols' | 'text'>): Joining {
  if (model) return joiningOf(model.hyperparameters.tokenizer);
  return story.text.endsWith(story.symbols.map(({ text }) => text).join('')) ? 'own' : 'spaces';
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

/** The prompt without the one space at its end that the next symbol brings itself. */
export const setPrompt = (prompt: string, joining: Joining): string =>
  joining === 'spaces' ? prompt.trim().replace(/ (?=[.,;:!?…)\]}»”’]+(?: |$))/gu, '') : prompt.replace(/(?<! ) $/, '');
