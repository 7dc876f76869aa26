/** A comment of HTML and XML. It ends at its first end: one that might end at each later one would be tried with all. */
export const COMMENT = '<!--(?:(?!-->)[^])*-->';
