import { OFF_WITHIN, type Ends } from './ends.ts';
import { TRAITS } from './measure.ts';
import { NONE } from './page.ts';

/** Fewest ends of paragraphs that show it. */
const LEAST = 3;
/** So many ends of paragraphs stand close to the next one for each blank line. */
const CLOSE = 2;

/** Whether neither blank lines nor indentations part paragraphs, but only lines that are short. */
export function isFlush({ lines }: Ends, columns: number): boolean {
  let blanks = 0;
  let close = 0;
  for (let at = lines.start; at < lines.end - 1; at++) {
    if ((lines.traits[at] & TRAITS.blank) !== 0) blanks++;
    else if (lines.indent[at + 1] > lines.indent[at]) blanks++;
    else if ((lines.traits[at] & TRAITS.closed) !== 0 && lines.length[at] + lines.first[at + 1] < columns) close++;
  }
  return close >= LEAST && close > CLOSE * blanks;
}

/** Whether blank lines alone part paragraphs: no sentence ends far from the edge close above the next line. */
export function isPartedByBlanks({ lines, fit }: Ends, columns: number): boolean {
  let blanks = 0;
  for (let at = lines.start; at < lines.end - 1; at++) {
    if ((lines.traits[at] & TRAITS.blank) !== 0) blanks++;
    else if (fit[at] !== NONE && fit[at] <= columns - OFF_WITHIN && (lines.traits[at] & TRAITS.closed) !== 0)
      return false;
  }
  return blanks >= LEAST;
}

/** Whether the line behind an end begins with a mark of what somebody says, as a paragraph does where nothing else parts them. */
export const isSaidBehind = (ends: Ends, at: number): boolean =>
  (ends.after(at) & TRAITS.quote) !== 0 && (ends.before(at) & TRAITS.closed) !== 0;
