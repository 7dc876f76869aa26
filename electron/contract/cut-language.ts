/** Languages whose small letters are not those of all others: the Turkish I is ı, the Lithuanian Ì keeps its dot. */
const SMALL_LETTERS = new Set(['tr', 'az', 'lt']);
/** Its words hold Chinese characters, and are cut in another way than Chinese ones. */
const JAPANESE = 'ja';

/**
 * The language by whose rules a text is cut; none where they are those of all.
 * @param language ISO 639-1
 * @param lowercase whether small letters are made of it
 */
export const cutLanguage = (language: string, lowercase = true): string | undefined =>
  language === JAPANESE || (lowercase && SMALL_LETTERS.has(language)) ? language : undefined;
