const PAGE_NUMBER = /(?<![\t.… ])[.… ]*\t[\t.… ]*(\d{1,5}|[ivxlc]{1,8})\s*$/i;
/** Longest line that is looked at: titles are shorter. */
const LONGEST_LINE = 1_000;

/** A line of a table of contents without the number of its page. */
export function withoutPageNumber(line: string): string {
  return line.length > LONGEST_LINE ? line : line.replace(PAGE_NUMBER, '');
}
