import type { Language } from '../contract/languages.ts';
import type { ReportTables } from './en/report.ts';
import { Translator } from './translator.ts';
import type { TranslatedTables } from './types.ts';

const TABLES: Record<Language, () => Promise<TranslatedTables<ReportTables>>> = {
  en: async () => (await import('./en/report.ts')).reportTables,
  zh: async () => (await import('./zh/report.ts')).reportTables,
  'en-XA': async () => {
    const [{ reportTables }, { pseudoTables }] = await Promise.all([import('./en/report.ts'), import('./pseudo.ts')]);
    return pseudoTables(reportTables);
  },
};

export type ReportTranslator = Translator<ReportTables>;

/** What the report of a run says, loaded when one is written. */
export const loadReport = async (language: Language): Promise<ReportTranslator> =>
  new Translator<ReportTables>(language, await TABLES[language]());
