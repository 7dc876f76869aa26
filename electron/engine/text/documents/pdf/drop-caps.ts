import { CAP, goesOn } from '../markup/drop-cap.ts';
import type { Line } from './lines.ts';

/** By how much a letter is higher than the line beside it, and how far above its foot that line stands, in heights of the line. */
const HIGHER = 1.8;
const ABOVE = 0.5;

/** Whether a line stands at the head of a large letter; the lines of an index stand below theirs. */
function isBeside(cap: Line, line: Line): boolean {
  const above = line.y - cap.y;
  const [{ x: from = Infinity } = {}, to = -Infinity] = [cap.parts[0], line.parts[0]?.x];
  return cap.height >= HIGHER * line.height && above > ABOVE * line.height && above < cap.height && to > from;
}

/** Puts a large letter that a chapter begins with to the word that it begins. */
export function withCaps(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const cap = joined.at(-1);
    const letter = cap?.text.trim() ?? '';
    if (cap && CAP.test(letter) && goesOn(letter, line.text) && isBeside(cap, line))
      joined[joined.length - 1] = { ...line, text: letter + line.text.trimStart() };
    else joined.push(line);
  }
  return joined;
}
