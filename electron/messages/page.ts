import type { Language } from '../contract/languages.ts';
import type { PageTables } from './en/page/index.ts';
import { Translator } from './translator.ts';
import type { KeyOf, TranslatedTables } from './types.ts';

const TABLES: Record<Language, () => Promise<TranslatedTables<PageTables>>> = {
  en: async () => (await import('./en/page/index.ts')).page,
  zh: async () => (await import('./zh/page/index.ts')).page,
  'en-XA': async () => {
    const [{ page }, { pseudoTables }] = await Promise.all([import('./en/page/index.ts'), import('./pseudo.ts')]);
    return pseudoTables(page);
  },
};

/** Names of the page's texts: `room.key`. */
export type TextKey = KeyOf<PageTables['texts']>;
export type PageTranslator = Translator<PageTables>;

/** Everything that the page says in a language, loaded when it is wanted. */
export const loadPage = async (language: Language): Promise<PageTranslator> =>
  new Translator<PageTables>(language, await TABLES[language]());
