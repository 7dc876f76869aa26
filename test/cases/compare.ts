import { AND_SO_ON, type Cells, type Row } from './table.ts';

/** The column of an error's code: filled where a file is rightly kept out. */
export const REFUSED = 'refused';

/** Longest value shown in a failure, UTF-16 units. */
const SHOWN = 80;

function shown(value: string): string {
  return JSON.stringify(value.length > SHOWN ? value.slice(0, SHOWN - 1) + AND_SO_ON : value);
}

function isAsToday(found: string, today: string): boolean {
  return today.endsWith(AND_SO_ON) ? found.startsWith(today.slice(0, -AND_SO_ON.length)) : found === today;
}

/** What is wrong with one cell, if anything. */
function mistake(cell: string, right: string, today: string | undefined, found: string): string | undefined {
  const isRight = found === right;
  if (today === undefined) return isRight ? undefined : `${cell} is ${shown(found)} instead of ${shown(right)}`;
  if (isRight) return `${cell} is right now: take it out of what is known`;
  if (isAsToday(found, today)) return undefined;
  return `${cell} is ${shown(found)}: neither right, ${shown(right)}, nor as known, ${shown(today)}`;
}

/**
 * Compares what was found with a row: what is known to be wrong must still be wrong, and in the same way; once mended, it
 * leaves the table. Of a file that was refused, only the refusal is looked at.
 * @returns a sentence by each cell that is not as it should be
 */
export function mistakes({ right, today }: Pick<Row, 'right' | 'today'>, found: Cells): Cells {
  const asked = found[REFUSED] ? [REFUSED] : [...new Set([REFUSED, ...Object.keys(right)])];
  return Object.fromEntries(
    asked.flatMap((cell) => {
      const sentence = mistake(cell, right[cell] ?? '', today[cell], found[cell] ?? '');
      return sentence ? [[cell, sentence]] : [];
    }),
  );
}
