import { t } from '../../state/language.svelte.ts';

/** A symbol in words, also where it is blank. */
export function nameOfSymbol(symbol: string): string {
  if (symbol.includes('\n')) return t('story.lineBreak');
  return symbol.trim() || t('story.space');
}
