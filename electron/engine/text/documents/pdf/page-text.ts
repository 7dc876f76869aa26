import { Edges } from './edges.ts';
import type { Line } from './lines.ts';
import { isFarBelow, usualStep } from './steps.ts';

/** What ends a sentence, or what somebody says. */
const CLOSED = /[.!?…。！？:"”“»«’‘)\]]\s*$/;
const SMALL = /^\s*\p{Ll}/u;
/** Behind a line that goes on in the next one, as in mail that flows; what prepares texts of PDFs joins them. */
const FLOWS = ' ';
/** By how much the type of two lines of a sentence differs. */
const LARGER = 1.12;

const isAlike = ({ height }: Line, { height: other }: Line) =>
  Math.max(height, other) <= LARGER * Math.min(height, other);

/** Whether a line stands in as the first ones of paragraphs do, and no item of a list goes on with it. */
const begins = (line: Line, next: Line, before: Edges, edges: Edges) =>
  edges.isFirst(next) && (CLOSED.test(line.text) || !SMALL.test(next.text) || !before.isFull(line));

/**
 * Lines as text, a blank one where a gap parts paragraphs or a line stands in as the first ones of paragraphs do, and a blank
 * at the end of those that go on.
 */
function textOf(lines: readonly Line[], edges: Edges): string {
  const usual = usualStep(lines);
  const isParted = (at: number) =>
    isFarBelow(lines[at - 1], lines[at], usual) || begins(lines[at - 1], lines[at], edges, edges);
  return lines
    .map((line, at) => {
      const text = line.text.replace(/\s+/g, ' ').trim();
      if (at + 1 === lines.length) return text;
      if (isParted(at + 1)) return `${text}\n\n`;
      return edges.flows(line, lines[at + 1]) ? `${text}${FLOWS}\n` : `${text}\n`;
    })
    .join('');
}

/** The text of one page after the other: a blank line between them, unless a paragraph goes on. */
export class PageTexts {
  #last: { line: Line; edges: Edges; filled: boolean } | undefined;

  /**
   * @param lines of the next page, without what is printed above and below it
   * @param filled whether its text goes down to its end
   * @returns what they say, all but the last line's end
   */
  next(lines: readonly Line[], filled: boolean): string {
    if (lines.length === 0) return '';
    const edges = new Edges(lines);
    const between = this.#between(lines[0], edges);
    this.#last = { line: lines.at(-1)!, edges, filled };
    return between + textOf(lines, edges);
  }

  /** What ends the last page. */
  end(): string {
    return this.#last ? '\n' : '';
  }

  #between(next: Line, edges: Edges): string {
    if (!this.#last) return '';
    const { line, edges: before, filled } = this.#last;
    if (!isAlike(line, next) || begins(line, next, before, edges)) return '\n\n';
    const isOpen = !CLOSED.test(line.text);
    const isFull = filled && before.isFull(line);
    if (!(isOpen && (SMALL.test(next.text) || isFull)) && !(isFull && edges.goesOn(next))) return '\n\n';
    return before.flowsOver(line, next) ? `${FLOWS}\n` : '\n';
  }
}
