import type { Language } from '../contract/languages.ts';
import type { ReadmeTables } from './en/readme.ts';
import { Translator } from './translator.ts';
import type { TranslatedTables } from './types.ts';

const TABLES: Record<Language, () => Promise<TranslatedTables<ReadmeTables>>> = {
  en: async () => (await import('./en/readme.ts')).readmeTables,
  zh: async () => (await import('./zh/readme.ts')).readmeTables,
  'en-XA': async () => {
    const [{ readmeTables }, { pseudoTables }] = await Promise.all([import('./en/readme.ts'), import('./pseudo.ts')]);
    return pseudoTables(readmeTables);
  },
};

export type ReadmeTranslator = Translator<ReadmeTables>;

/** What the README beside an exported model says, loaded when one is written. */
export const loadReadme = async (language: Language): Promise<ReadmeTranslator> =>
  new Translator<ReadmeTables>(language, await TABLES[language]());
