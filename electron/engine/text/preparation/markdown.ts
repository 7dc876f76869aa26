import { rewritten, type Line } from './line.ts';
import { MARKS } from './marks.ts';
import type { Opening, Stage, Step } from './step.ts';

const FENCE = /^\s{0,3}(?:```|~~~)/;
const RULE = /^\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|={3,})$/;
const mayBeFence = (text: string) => text.includes('```') || text.includes('~~~');
const mayBeRule = (text: string) => text.charCodeAt(0) <= BLANK || '*-_='.includes(text[0]);
const BLANK = 32;

const HEADING = /^\s{0,3}#{1,6}\s+/;
const QUOTE = /^\s{0,3}(?:>\s?)+/;
/**
 * What stands between two marks is looked for this far: a line of marks alone must not take the day. Each with the signs of
 * which a line must hold one to be looked at for it.
 */
const WRITTEN: readonly [signs: readonly string[], RegExp, string][] = [
  [[']('], /!?\[([^[\]]{0,200})\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1'],
  [['**', '__'], /(\*\*|__)(?=\S)(.{1,200}?)(?<=\S)\1/g, '$2'],
  [['*'], /(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]{1,200}?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1'],
  [['_'], /(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]{1,200}?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1'],
  [['~~'], /~~(?=\S)(.{1,200}?)~~/g, '$1'],
  [['`'], /(?<!`)`([^`]{1,200})`(?!`)/g, '$1'],
];

/** A line without what makes it a heading, at its end too. */
function withoutHeading(text: string): string {
  const mark = HEADING.exec(text);
  if (!mark) return text;
  let end = text.length;
  while (end > mark[0].length && text[end - 1] === '#') end--;
  return text.slice(mark[0].length, end).trimEnd();
}

function withoutMarks(line: string): string {
  let text = line.includes('#') ? withoutHeading(line) : line;
  if (text.includes('>')) text = text.replace(QUOTE, '');
  for (const [signs, mark, bare] of WRITTEN)
    if (signs.some((sign) => text.includes(sign))) text = text.replace(mark, bare);
  return text;
}

class Markdown implements Stage {
  readonly #opening: Opening;
  #fenced = false;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  line(line: Line): void {
    const { emit, tally } = this.#opening;
    if ((line.marks & (MARKS.markup | MARKS.hyphens)) === 0 && !line.text.startsWith('===')) return emit(line);
    if ((line.marks & MARKS.markup) === 0 && !/^[-=]{3}/.test(line.text)) return emit(line);
    const fence = mayBeFence(line.text) && FENCE.test(line.text);
    if (fence) this.#fenced = !this.#fenced;
    if (fence || (!this.#fenced && mayBeRule(line.text) && RULE.test(line.text)))
      return tally.note(line.text.length + 1, line.text, '');
    if (this.#fenced) return emit(line);
    const text = withoutMarks(line.text);
    if (text === line.text) return emit(line);
    tally.note(line.text.length - text.length, line.text, text);
    emit(rewritten(line, text));
  }

  found() {
    return this.#opening.tally.places > 0 ? { sure: false } : undefined;
  }
}

/** Leaves out the marks of Markdown: of headings, of stress, of links; what stands in a fence stays as it is. */
export const markdown: Step = { name: 'markdown', open: (opening) => new Markdown(opening) };
