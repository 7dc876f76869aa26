import { rewritten, type Line } from './line.ts';
import { MARKS } from './marks.ts';
import type { Opening, Stage, Step } from './step.ts';

const FENCE = /^\s{0,3}(?:```|~~~)/;
const RULE = /^\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|={3,})$/;
/** What stands between two marks is looked for this far: a line of marks alone must not take the day. */
const WRITTEN: readonly [RegExp, string][] = [
  [/^\s{0,3}#{1,6}\s+(.*?)\s*#*$/u, '$1'],
  [/^\s{0,3}(?:>\s?)+/, ''],
  [/!?\[([^[\]]{0,200})\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1'],
  [/(\*\*|__)(?=\S)(.{1,200}?)(?<=\S)\1/g, '$2'],
  [/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]{1,200}?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1'],
  [/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]{1,200}?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1'],
  [/~~(?=\S)(.{1,200}?)~~/g, '$1'],
  [/(?<!`)`([^`]{1,200})`(?!`)/g, '$1'],
];

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
    const fence = FENCE.test(line.text);
    if (fence) this.#fenced = !this.#fenced;
    if (fence || (!this.#fenced && RULE.test(line.text))) return tally.note(line.text.length + 1, line.text, '');
    if (this.#fenced) return emit(line);
    const text = WRITTEN.reduce((marked, [mark, bare]) => marked.replace(mark, bare), line.text);
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
