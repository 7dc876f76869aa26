import { onDisk } from './disk-errors.ts';
import { openToRead } from './open-to-read.ts';

const HIGH_SURROGATE = /[\uD800-\uDBFF]$/;
const LOW_SURROGATE = /^[\uDC00-\uDFFF]/;

/** Line ends in a piece of text up to `end`. */
function lineEnds(piece: string, end: number): number {
  let count = 0;
  for (let at = piece.indexOf('\n'); at >= 0 && at < end; at = piece.indexOf('\n', at + 1)) count++;
  return count;
}

/**
 * A stretch of a UTF-8 text, in UTF-16 code units as JavaScript counts them; a character that stands on the border is
 * left to the next stretch. The file is read only as far as needed and never held whole.
 *
 * @returns the stretch, where it really begins, and the number of the line it begins in
 * @throws AesopError as `openToRead`
 */
export function readTextSlice(
  path: string,
  offset: number,
  length: number,
): Promise<{ text: string; start: number; line: number }> {
  return onDisk(path, async () => {
    const parts: string[] = [];
    let position = 0;
    let line = 1;
    const pieces = (await openToRead(path)).createReadStream({ encoding: 'utf8', highWaterMark: 1 << 18 });
    for await (const piece of pieces as AsyncIterable<string>) {
      const end = position + piece.length;
      line += lineEnds(piece, offset - position);
      if (end > offset) parts.push(piece.slice(Math.max(0, offset - position), offset + length - position));
      if (end >= offset + length) break;
      position = end;
    }
    const whole = parts.join('');
    const text = whole.replace(LOW_SURROGATE, '');
    const start = offset + whole.length - text.length;
    return { text: length > 1 ? text.replace(HIGH_SURROGATE, '') : text, start, line };
  });
}
