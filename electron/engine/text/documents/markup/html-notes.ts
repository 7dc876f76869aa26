/** The mark of a note: a number or a sign, in brackets or not, and the arrow that leads back from it. */
export const NOTE_MARK =
  /^\s*(?:[[({]\s*)?(\d{1,4}|[ivxlc]{1,6}|[a-z]|note \d{1,3}|[*†‡§¶]{1,4}|[↩↑^⤴]\ufe0e?)\s*(?:[\])}]\s*)?$/i;
/** Classes and addresses of links that lead to a note, or back. */
export const NOTE_LINK =
  /(foot|end)?note[-_]?(ref|back|anchor|return|call)|noteref|#_?(fn|ftn|edn|note|footnote|endnote|cite_note|sdfootnote)/i;
export const LONGEST_MARK = 20;
/** Elements that hold a note, its mark at the beginning. */
export const NOTE_BLOCKS = new Set(['p', 'li', 'dd', 'div']);
/** How many notes are known by the marks that led to them. */
export const MOST_NOTES = 100_000;
