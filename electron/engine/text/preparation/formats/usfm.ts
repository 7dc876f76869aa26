import { MARKS } from '../marks.ts';
import type { Step } from '../step.ts';
import { FormatStage, type Evidence, type Format } from './stage.ts';

/** Lines that say what a file is, and where chapters begin. */
const UNREAD = /^\\(?:id|ide|usfm|sts|rem|h\d?|toc\d|toca\d|c|ca|cl|cp|cd|restore|lit|periph|ie)\b.*$/;
const CHAPTER = /^\\c[ \t]+\d{1,3}\b/;
const VERSE = /\\v[ \t]+\d{1,3}[a-z]?(?:[-,]\d{1,3}[a-z]?)*[ \t]*/g;
const NOTE = /(?<![ \t])[ \t]?\\(f|fe|ef|x|ex|fig|rq|va|vp|ca)[ \t+](?:(?!\\\1\*)[^\n]){0,4000}\\\1\*/g;
const LETTER = /^[\p{L}\p{N}“‘]/u;
/** A word with what is said of it behind a bar. */
const WORD = /\\\+?(?:w|wg|wh|rb|k|jmp)[ \t]([^\\|\n]{0,200})(?:\|[^\\\n]{0,400})?\\\+?(?:w|wg|wh|rb|k|jmp)\*/g;
const MARKER = /\\\+?[a-z]{1,6}\d?(?:\*|[ \t]|(?=\\|$))/g;

function bareLine(line: string, evidence: Evidence): string | undefined {
  if (CHAPTER.test(line)) evidence.count('chapter');
  if (UNREAD.test(line)) return undefined;
  evidence.count('verse', line.match(VERSE)?.length ?? 0);
  const left = line
    .replace(NOTE, (note, _, at: number, whole: string) =>
      note.startsWith(' ') && LETTER.test(whole.slice(at + note.length, at + note.length + 2)) ? ' ' : '',
    )
    .replace(WORD, '$1')
    .replace(VERSE, '')
    .replace(MARKER, '')
    .replace(/(?<! ) {2,}/g, ' ')
    .trim();
  return left === '' ? undefined : left;
}

const FORMAT: Format = {
  marks: MARKS.code,
  touches: ({ text }) => text.includes('\\'),
  depth: () => 0,
  bare: bareLine,
  isNothing: (evidence) => evidence.of('verse') < 2 || evidence.of('chapter') === 0,
  isSure: (evidence) => evidence.of('verse') >= 3,
};

/** Leaves out the marks of USFM, in which bibles are written: numbers of chapters and verses, notes, what is said of words. */
export const usfm: Step = { name: 'usfm', leads: 'where sure', open: (opening) => new FormatStage(opening, FORMAT) };
