import type { settingWords } from './en/setting-words.ts';
import type { Translator } from './translator.ts';
import type { Message } from './types.ts';

/** What can say what tells things apart: page and terminal alike. */
type Says = Pick<
  Translator<{ texts: { settingWords: typeof settingWords }; errors: Record<never, never> }>,
  'say' | 'text'
>;

/** `window 8, 2 layers`, without what the name says already. */
export const toldApartText = (words: readonly Message[] | undefined, name: string, says: Says): string =>
  (words ?? [])
    .map((word) => says.say(word))
    .filter((word) => !name.includes(word))
    .join(says.text('settingWords.comma'));
