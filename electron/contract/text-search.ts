/** Characters of the longest text to search for. */
export const LONGEST_SEARCH = 200;
/** White space that one space of the searched text may stand for: a line end and the indent behind it. */
const LONGEST_BLANK = 20;

/** Signs that keyboards and printers write in different ways. */
const ALIKE: Record<string, string> = {
  "'": "['‘’]",
  '‘': "['‘’]",
  '’': "['‘’]",
  '"': '["“”]',
  '“': '["“”]',
  '”': '["“”]',
};

/**
 * What finds `text` in a text of normal form C: in any case, over line ends, with straight or curly quotation marks. The
 * expression is global and sticks to literal characters, so that it takes time in proportion to the text alone.
 */
export function searchPattern(text: string): RegExp {
  const source = text
    .normalize('NFC')
    .split(/(\s+)/u)
    .map((part) => (/^\s/u.test(part) ? `\\s{1,${LONGEST_BLANK}}` : literally(part)));
  return new RegExp(source.join(''), 'giu');
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/['‘’"“”]/g, (sign) => ALIKE[sign]);
}

/** No match of `text` is longer, in UTF-16 units. */
export const longestMatch = (text: string): number => LONGEST_BLANK * text.normalize('NFC').length;
