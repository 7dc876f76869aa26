import { TRAITS } from './measure.ts';
import { NONE, type Lines } from './page.ts';

const LEAST = 3;
const DEEPEST = 16;
const falls = new Int32Array(DEEPEST);

/** Parts a line from one that is as deep, where that depth is that of the first lines of paragraphs. */
export function partIndented({ start, end, traits, indent, fit }: Lines): void {
  falls.fill(0);
  let deep = 0;
  for (let at = start; at < end - 1; at++) {
    const columns = indent[at];
    if (columns > indent[at + 1] && columns < DEEPEST && fit[at] !== NONE && ++falls[columns] > falls[deep])
      deep = columns;
  }
  if (falls[deep] < LEAST) return;
  for (let at = start; at < end - 1; at++)
    if (indent[at] === deep && indent[at + 1] === deep && (traits[at + 1] & TRAITS.small) === 0) fit[at] = NONE;
}
