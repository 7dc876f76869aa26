/**
 * What pandoc adds to Markdown line by line (pandoc.org/MANUAL.html, "Title block", "Line blocks", "Simple tables"): its parser
 * of CommonMark would take them for paragraphs.
 */

const VERSE = /^\| (?!.*\|)/;
const TABLE_RULE = /^\s*-{2,}(?:[ \t]+-{2,})+\s*$/;

/** The line of a title, its authors and its date, at the beginning of a text. */
export const isTitle = (line: string): boolean => /^%[ \t]+\S/.test(line);
/** Whether it goes on. */
export const isTitleGoingOn = (line: string): boolean => /^(?:%|[ \t]+\S)/.test(line);

/** Lines of verse and rows of tables, as lines that a writer of Markdown broke. */
export class PandocLines {
  /** where the columns of the table begin that is open */
  #columns: readonly number[] | undefined;

  /**
   * @param above lines of the text above, of which the last may become the head of a table
   * @returns what the line becomes, undefined where nothing of it is left
   */
  take(line: string, above: string[]): string | undefined {
    if (VERSE.test(line)) return `${line.slice(2).trim()}  `;
    const before = above.at(-1) ?? '';
    if (before.trim() !== '' && TABLE_RULE.test(line)) {
      this.#columns = Array.from(line.matchAll(/-+/g), ({ index }) => index);
      above.splice(-1, 1, rowOf(before, this.#columns));
      return undefined;
    }
    if (line.trim() === '' || TABLE_RULE.test(line)) this.#columns = undefined;
    return this.#columns ? rowOf(line, this.#columns) : line;
  }
}

const rowOf = (line: string, columns: readonly number[]) =>
  `${columns
    .map((from, at) => line.slice(at === 0 ? 0 : from, columns[at + 1]).trim())
    .join('\t')
    .trimEnd()}  `;
