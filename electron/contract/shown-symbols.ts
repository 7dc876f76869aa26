import type { TokenizerName } from './corpus.ts';
import type { Sample } from './run.ts';

/** A symbol as it can be seen: blanks and line ends have signs. */
export function symbolText(symbol: string): string {
  const seen = symbol.trim();
  if (seen !== '') return seen;
  return symbol.includes('\n') ? '↵' : symbol === '' ? '' : '␣';
}

const EASTERN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const OPENS = /[\s\p{Ps}\p{Pi}\p{Pd}"']$/u;
const WORD = /^[\p{L}\p{N}<]/u;

/** What is unknown has no blanks of its own, though one stood round it: as it was written in the text. */
function withBlanks(symbol: string, k: number, context: readonly string[]): string {
  const before = context[k - 1] ?? '';
  if (before === '' || EASTERN.test(before + symbol)) return symbol;
  const isNew = symbol === '<unk>' && !OPENS.test(before);
  return isNew || (before === '<unk>' && WORD.test(symbol)) ? ` ${symbol}` : symbol;
}

/** The symbols before a predicted one as running text, line ends as signs. */
export function contextText(context: readonly string[], tokenizer: TokenizerName): string {
  const shown = tokenizer === 'words' ? context.map(withBlanks) : context;
  return shown
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
