/**
 * A text in small letters (Unicode Standard, SpecialCasing.txt).
 * @param language ISO 639-1; without one, by the rules of no language
 */
export const lowerCased = (text: string, language?: string): string =>
  language === undefined ? text.toLowerCase() : text.toLocaleLowerCase(language);
