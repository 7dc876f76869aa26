import { createColors } from 'picocolors';
import { onOneLine } from './plain-text.ts';

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

/** A stretch of a line that stands out on a terminal with colours. */
export interface Styled {
  readonly style: Style;
  readonly parts: readonly Part[];
}

/** What a line is put together of: no string of it ever styles or steers a terminal by itself. */
export type Part = string | Styled;

const styled =
  (style: Style) =>
  (...parts: Part[]): Styled => ({ style, parts });
export const bold = styled('bold');
export const dim = styled('dim');
export const red = styled('red');
export const green = styled('green');
export const yellow = styled('yellow');

const MARK = '\0';

/**
 * A sentence with one part of it styled: where that part stands is the language's affair.
 * @param sentence the sentence around what stands for the part
 */
export function around(sentence: (part: string) => string, part: Part): Part[] {
  const [before, after = ''] = sentence(MARK).split(MARK);
  return [before, part, after];
}

/** The parts as one line for a terminal: whatever their strings hold, nothing but our own styles is obeyed. */
export function oneLine(parts: readonly Part[], color: boolean): string {
  const colors = createColors(color);
  const shown = (part: Part): string =>
    typeof part === 'string' ? onOneLine(part) : colors[part.style](part.parts.map(shown).join(''));
  return parts.map(shown).join('');
}
