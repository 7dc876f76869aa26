import type { Language } from '../contract/languages.ts';
import { storyteller as en } from './en/storyteller.ts';
import type { PageTranslator } from './page.ts';
import { Translator } from './translator.ts';
import { storyteller as zh } from './zh/storyteller.ts';

/** One page speaks both languages, without fetching either. */
const TABLES = { en, zh, 'en-XA': en } as const satisfies Record<Language, unknown>;

/**
 * What the page says that a model leaves as: those of the page's texts that its parts ask for.
 * @returns a translator like the page's own, which says less
 */
export const loadStoryteller = (language: Language): Promise<PageTranslator> =>
  Promise.resolve(new Translator<typeof en>(language, TABLES[language]) as unknown as PageTranslator);
