/** Languages whose small letters are not those of all others: the Turkish I is ı, the Lithuanian Ì keeps its dot. */
const OWN_RULES = new Set(['tr', 'az', 'lt']);

/** The language whose rules small letters follow; none where they are those of all. */
export const casingLanguage = (language: string): string | undefined =>
  OWN_RULES.has(language) ? language : undefined;

/**
 * A text in small letters (Unicode Standard, SpecialCasing.txt).
 * @param language ISO 639-1; without one, by the rules of no language
 */
export const lowerCased = (text: string, language?: string): string =>
  language === undefined ? text.toLowerCase() : text.toLocaleLowerCase(language);
