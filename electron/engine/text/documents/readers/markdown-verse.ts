/** A longer line is one of prose, UTF-16 units. */
const LONGEST_VERSE = 60;
/** A line begins as verses do: with a capital letter, behind a quote or a dash or not. */
const CAPITAL = /^[^\p{L}\p{N}]{0,3}\p{Lu}/u;
const ENDS_WITH_MARK = /[.,;:!?…—–，。！？；：、》」』][\p{Pe}\p{Pf}"'*_]{0,3}$/u;

/**
 * Whether the line ends of a paragraph are the writer's own, though Markdown makes spaces of them: short lines of which each
 * begins or ends as verses do, or most end before the next word would have had to go over.
 */
export function isVerse(lines: readonly string[]): boolean {
  const verses = lines.map((line) => line.trim());
  if (verses.length < 2 || verses.some(({ length }) => length > LONGEST_VERSE)) return false;
  const width = verses.reduce((widest, { length }) => Math.max(widest, length), 0);
  const [first, ...later] = verses;
  if (verses.every((verse) => ENDS_WITH_MARK.test(verse))) return true;
  if (later.every((verse) => CAPITAL.test(verse)) && (later.length > 1 || ENDS_WITH_MARK.test(first))) return true;
  const early = later.filter((verse, at) => verses[at].length + 1 + verse.search(/\s|$/) <= width);
  return 2 * early.length >= later.length;
}
