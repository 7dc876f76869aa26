import type { TokenizerName } from './corpus.ts';

/** What a prompt loses where a symbol is joined to it: the blanks that joining brings, none of an indent. */
const OPENINGS: Record<TokenizerName, (prompt: string) => string> = {
  whitespace: (prompt) => prompt.trim(),
  words: (prompt) => prompt.replace(/(?<=\S) $/, ''),
  subwords: (prompt) => prompt.replace(/(?<=\S) $/, ''),
  characters: (prompt) => prompt,
};

/** How a story opens: the prompt as written, so that a symbol joined to it stands where it would in a text. */
export const openingOf = (prompt: string, tokenizer: TokenizerName): string => OPENINGS[tokenizer](prompt);

/** A story as text: how it opens, then its symbols, which whitespace parts where they were cut at it. */
export function storyTextOf(prompt: string, symbols: readonly { text: string }[], tokenizer: TokenizerName): string {
  const apart = tokenizer === 'whitespace' ? ' ' : '';
  return [openingOf(prompt, tokenizer), ...symbols.map(({ text }) => text)].join(apart);
}
