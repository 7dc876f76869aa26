import { withoutEntities } from '../../html-entities.ts';

/** How cells that were taken from pages end a line: sets of reviews are full of it. */
const LINE_END = / ?<br ?\/?> ?/gi;
/** Of a page, a cell has elements that end, and no prose has those. */
const IS_MARKUP = /<\/(?:p|div|span|b|i|em|strong|u|a|li|ul|ol|blockquote|h[1-6])>/i;
const BLOCK_END = /<\/?(?:p|div|li|ul|ol|blockquote|h[1-6]|pre|tr|table)(?:\s[^<>]{0,1000})?>/gi;
const TAG = /<\/?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,1000})?\/?>/gi;
/** What WeChat keeps of a picture, a voice or a card in the place of words. */
const STANDS_FOR = /^\s*(?:<\?xml[^<>]{0,200}\?>\s*)?<(?:sys|voip|voice|op)?msg\b[^]*<\/\w{0,12}msg>\s*$/;
/** What Reddit keeps in the place of words that were taken back. */
const TAKEN_BACK = /^\s*\[ ?(?:deleted(?: by user)?|removed(?: by reddit)?) ?\]\s*$/i;
const LONGEST_TAKEN_BACK = 24;
/** A path of Windows has a backslash before any letter, a formula before the names of its signs. */
const PATH = /\b[a-z]:\\|\\\\\w/i;
const FORMULA =
  /\\(?:[a-mo-qsu-z]|(?:text[a-z]*|times|theta|tau|tan|neq?|nu|nabla|notin|rho|right[a-z]*|rangle|ref|rm)(?![a-z]))/;
const ESCAPED: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t', '\\r': '', '\\\\': '\\' };

/** What databases write into tables that tabs part, where a cell may hold neither tab nor line end. */
function unescaped(cell: string): string {
  if (cell === '\\N') return '';
  return PATH.test(cell) || FORMULA.test(cell) ? cell : cell.replace(/\\[ntr\\]/g, (sign) => ESCAPED[sign]);
}

/** The text of a cell, without the elements of the page or the signs of the database that it comes from. */
export function passageOf(cell: string, isTabbed: boolean): string {
  const plain = isTabbed && cell.includes('\\') ? unescaped(cell) : cell;
  if (plain.startsWith('[') && plain.length <= LONGEST_TAKEN_BACK && TAKEN_BACK.test(plain)) return '';
  if (!plain.includes('<')) return plain.trim();
  if (STANDS_FOR.test(plain)) return '';
  const lines = plain.replace(LINE_END, '\n');
  if (!IS_MARKUP.test(lines)) return lines.trim();
  const words = lines.replace(BLOCK_END, '\n').replace(TAG, '').split('\n');
  const kept = words.map((line) => line.trim()).filter(Boolean);
  return withoutEntities(kept.join('\n')).trim();
}
