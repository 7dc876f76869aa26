/** What parts of a book are called, as they stand in front of their numbers. */
export const DIVISION_WORDS: readonly string[] =
  'chapter part book volume canto act scene section letter stave kapitel teil buch band aufzug auftritt brief del bok akt chapitre partie livre tome acte scène lettre capítulo capitulo parte libro livro carta acto ato capitolo lettera atto scena hoofdstuk deel boek luku osa rozdział część księga kapitola část časť fejezet rész capitolul capitol bölüm kısım глава часть книга том розділ частина'.split(
    ' ',
  );
const all = DIVISION_WORDS.join('|');
const capital = DIVISION_WORDS.flatMap((word) => [word[0].toUpperCase() + word.slice(1), word.toUpperCase()]).join('|');
const CHINESE = '第[\\d一二三四五六七八九十百千零〇两兩]{1,8}[章回节節卷部集]';

/** Part of an expression, to be read without regard to case: with or without its number. */
export const DIVISION = `(?:(?:${all})(?!\\p{L})|${CHINESE})`;
/** A line that begins with one and its number, by which it is no word of a sentence. */
export const NUMBERED_DIVISION = new RegExp(
  `^\\s*(?:(?:${capital})\\s+(?:\\d{1,3}|[IVXLC]{1,8})(?![\\p{L}\\p{N}])|${CHINESE})`,
  'u',
);
/** How such a line begins: a quick look. */
export const DIVISION_BEGINS = [...DIVISION_WORDS.map((word) => word.toUpperCase()), '第']
  .map(([first]) => first)
  .join('');
