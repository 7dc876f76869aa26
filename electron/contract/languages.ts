import { nearestLanguage } from './wished-language.mjs';

interface LanguageFacts {
  /** as it calls itself */
  readonly name: string;
  /** for numbers, plurals and dates: what Intl knows it as */
  readonly locale: string;
  /** of the page: chooses faces and line heights */
  readonly tag: string;
  /** how a percentage ends */
  readonly percent: string;
  /** made from English by a program, to prove that every sentence comes from the messages; nobody is offered it */
  readonly made?: true;
}

/** Every language that page, menus, errors and terminal speak, once. */
export const LANGUAGES = {
  en: { name: 'English', locale: 'en-GB', tag: 'en', percent: ' %' },
  zh: { name: '简体中文', locale: 'zh-CN', tag: 'zh-Hans', percent: '%' },
  'en-XA': { name: 'Ƥşḗŭḓǿ', locale: 'en-GB', tag: 'en-XA', percent: ' %', made: true },
} as const satisfies Record<string, LanguageFacts>;

export type Language = keyof typeof LANGUAGES;
export const languages = Object.keys(LANGUAGES) as Language[];

export const languageFacts = (language: Language): LanguageFacts => LANGUAGES[language];

/** Languages that people choose among. */
export const offeredLanguages = languages.filter((language) => !languageFacts(language).made);

/** The language that fits the first wish that can be fulfilled; English where none can. @param tags BCP 47 or POSIX */
export const matchLanguage = (tags: readonly string[]): Language => nearestLanguage(tags, languages);
