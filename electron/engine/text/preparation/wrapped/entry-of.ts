const ITEM = /^\s*(?:[-–•·*‣◦▪+]\s+\S|\(?(?:\d{1,3}|[ivxlcIVXLC]{1,5}|[a-zA-Z])\)\s+\S|\d{1,3}:\d{1,3}\s)/;
/** A term of AsciiDoc, with what it means or above it; a line of reStructuredText ends so as well. */
const TERM = /^\s*(?:\S.{0,60}?[^\s:]:{2,4} \S|[*_`-].{0,60}[^\s:]:{2,4}$)/;
const LABEL = /^\s*(?:\d{1,3}|[ivxlcIVXLC]{1,5}|[a-zA-Z])\.\s+\S/;
/** Whether a full stop or a bracket stands so near the beginning that it may be one of an entry's number. */
function mayBeItem(text: string, indent: number): boolean {
  const to = Math.min(text.length, indent + 6);
  for (let at = indent; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === FULL_STOP || unit === BRACKET) return true;
  }
  return false;
}

/** How much of a line says it. */
const HEAD = 40;
const FULL_STOP = 46;
const BRACKET = 41;

/**
 * What a line begins: an entry of a list, one with a number or a letter and a full stop, as a name has it, too, or none.
 * @param isPlain begins with a letter
 */
export function entryOf(text: string, indent: number, isPlain: boolean): 'item' | 'label' | 'none' {
  if (text.includes('::') && TERM.test(text)) return 'item';
  if (isPlain && !mayBeItem(text, indent)) return 'none';
  const head = text.length > HEAD ? text.slice(0, HEAD) : text;
  return ITEM.test(head) ? 'item' : LABEL.test(head) ? 'label' : 'none';
}
