import type { Language } from '../contract/languages.ts';
import { settingWords as en } from './en/setting-words.ts';
import { pseudoTables } from './pseudo.ts';
import { Translator } from './translator.ts';
import { settingWords as zh } from './zh/setting-words.ts';

const tables = (settingWords: Readonly<Record<keyof typeof en, string>>) => ({ texts: { settingWords }, errors: {} });
type NamingTables = { texts: { settingWords: typeof en }; errors: Record<string, never> };

/** What the studio names new runs with, in the language of whoever begins one. */
export const NAMING: Readonly<Record<Language, Translator<NamingTables>>> = {
  en: new Translator<NamingTables>('en', tables(en)),
  zh: new Translator<NamingTables>('zh', tables(zh)),
  'en-XA': new Translator<NamingTables>('en-XA', pseudoTables(tables(en))),
};
