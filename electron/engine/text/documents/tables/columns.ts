import type { TableColumn } from '../../../../contract/document.ts';
import { cutText, LONGEST } from '../../../../contract/limits.ts';

export const NUMBER = /^[\s\d.,:%$€£¥+\-/()]*$/;
const ADDRESS = /^(https?:\/\/|www\.)\S+$|^[^\s@]+@[^\s.]+\.\S+$|^[\w./\\-]+\.\w{2,4}$/i;
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ,]|$)/;
/** Under what a row may be used, and by whom it is. */
const LICENCE = /^(?:CC[- ]?(?:BY|0)\b|©|\(c\) |Copyright\b)/i;
/** What people call the column with the text in it; the first word of the name may be another's (`tweet_text`). */
const TEXT_NAMES =
  /(^|[_\s.-])(text|texts|content|contents|body|message|messages|msg|sentence|sentences|quote|joke|lyrics?|story|review|comment|tweet|post|poem|paragraph|passage|transcript|article|document|description|caption|utterance|dialogue?|line|completion|output|response|answer|conversations?|文本|内容|正文|句子|评论|текст|texto|texte)$/i;
const NOT_TEXT_NAMES =
  /(^|[_\s.-])(id|uuid|url|uri|link|path|file(name)?|date|time|timestamp|hash|label|lang(uage)?)$/i;
const NAME_WEIGHT = 2;
/** Of a cell, in UTF-16 units: what it is made of shows in its beginning. */
export const LOOKED_AT = 2_000;
const LETTERS = /\p{L}/gu;
/** Blanks part words; in a script without them, two characters are about one. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** How much of running text a cell holds: the logarithm of its words, less where it is made of signs. */
function weightOf(cell: string): number {
  const seen = cell.slice(0, LOOKED_AT).trim();
  if (!seen || NUMBER.test(seen) || ADDRESS.test(seen) || LICENCE.test(seen) || (DATE.test(seen) && seen.length < 40))
    return 0;
  const letters = seen.match(LETTERS)?.length ?? 0;
  const words = seen.split(/\s+/).length + (seen.match(UNSPACED)?.length ?? 0) / 2;
  return (Math.log2(1 + words) * letters) / seen.length;
}

/** Whether no cell of a row holds words: numbers, dates, addresses, nothing. */
export function isWithoutWords(row: readonly string[]): boolean {
  // of the columns of many tables a row has those of one
  for (const at in row) if (row[at] && weightOf(row[at]) > 0) return false;
  return true;
}

function scoreOf(name: string, cells: readonly string[]): number {
  const filled = cells.filter((cell) => cell.trim());
  if (!filled.length) return 0;
  const weight = filled.reduce((sum, cell) => sum + weightOf(cell), 0) / filled.length;
  const different = new Set(filled).size / filled.length;
  const named = TEXT_NAMES.test(name) ? NAME_WEIGHT : NOT_TEXT_NAMES.test(name) ? 1 / NAME_WEIGHT : 1;
  // squared: twice as many words are far more than twice as likely the text
  return (weight * (0.3 + 0.7 * different) * Math.sqrt(filled.length / cells.length) * named) ** 2;
}

/**
 * How likely each column is the text: by how many words its cells hold, how much of them is letters, how many differ,
 * how many are filled, and what it is called.
 * @param rows some of them; a missing cell is empty
 */
export function judgeColumns(names: readonly string[], rows: readonly (readonly string[])[]): TableColumn[] {
  const cells = names.map((_, column) => rows.map((row) => row[column] ?? ''));
  const scores = names.map((name, column) => scoreOf(name, cells[column]));
  const sum = scores.reduce((total, score) => total + score, 0);
  return names.map((name, column) => ({
    name: cutText(name, LONGEST.name),
    likelihood: sum ? Number((scores[column] / sum).toFixed(3)) : 0,
    example: cutText(cells[column].find((cell) => cell.trim())?.trim() ?? '', LONGEST.name),
  }));
}

/** Index of the likeliest column, of the first one where none is. */
export function likeliest(columns: readonly TableColumn[]): number {
  return columns.reduce((best, { likelihood }, at) => (likelihood > columns[best].likelihood ? at : best), 0);
}

/** Whether there are cells with something in them, and none holds words: numbers, dates, addresses. */
export const isWordless = (columns: readonly TableColumn[]): boolean =>
  columns.every(({ likelihood }) => likelihood === 0) && columns.some(({ example }) => example !== '');
