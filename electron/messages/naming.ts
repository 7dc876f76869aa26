import type { Language } from '../contract/languages.ts';
import { sampleTexts as samplesEn } from './en/sample-texts.ts';
import { settingWords as en } from './en/setting-words.ts';
import { pseudoTables } from './pseudo.ts';
import { Translator } from './translator.ts';
import { sampleTexts as samplesZh } from './zh/sample-texts.ts';
import { settingWords as zh } from './zh/setting-words.ts';

interface Naming {
  readonly settingWords: Readonly<Record<keyof typeof en, string>>;
  readonly sampleTexts: Readonly<Record<keyof typeof samplesEn, string>>;
}
const tables = (texts: Naming) => ({ texts: { ...texts }, errors: {} });
type NamingTables = {
  texts: { settingWords: typeof en; sampleTexts: typeof samplesEn };
  errors: Record<string, never>;
};
const english = tables({ settingWords: en, sampleTexts: samplesEn });

/** What the studio names new runs with, in the language of whoever begins one. */
export const NAMING: Readonly<Record<Language, Translator<NamingTables>>> = {
  en: new Translator<NamingTables>('en', english),
  zh: new Translator<NamingTables>('zh', tables({ settingWords: zh, sampleTexts: samplesZh })),
  'en-XA': new Translator<NamingTables>('en-XA', pseudoTables(english)),
};
