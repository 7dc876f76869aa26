import type { TokenizerName } from './corpus.ts';
import type { Sample } from './run.ts';

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
    .replace(/(?<!\s)\s*\n\s*/g, ' ↵ ')
    .trim();
}

/** A told story behind its prompt; the tokenizer that cuts at spaces joins with them. */
export function storyText(
  { prompt, story }: Pick<Sample, 'prompt' | 'story'>,
  tokenizer: TokenizerName,
): { prompt: string; story: string } {
  return { prompt, story: tokenizer === 'whitespace' ? ` ${story}` : story };
}
