import type { JsonBounds } from './limits.ts';

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Index of the quotation mark that ends the string which begins at `start`; the text's length where there is none. */
function stringEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at;
    while (text.charCodeAt(before - 1) === BACKSLASH) before--;
    if ((at - before) % 2 === 0) return at;
  }
  return text.length;
}

/**
 * What a JSON text says. It is looked through once before anything is made of it, since a parser takes memory for every
 * bracket that it meets.
 * @throws RangeError where it is deeper or holds more values than it may, SyntaxError where it is no JSON
 */
export function parseBoundedJson(text: string, { depth, values }: Omit<JsonBounds, 'bytes'>): unknown {
  let open = 0;
  let seen = 1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) at = stringEnd(text, at);
    else if (unit === LIST_END || unit === OBJECT_END) open--;
    else if (unit === COMMA) seen++;
    else if (unit === LIST || unit === OBJECT) {
      open++;
      seen++;
      if (open > depth) throw new RangeError(`It is deeper than ${depth} lists and objects in one another.`);
    } else continue;
    if (seen > values) throw new RangeError(`It holds more than ${values} values.`);
  }
  return JSON.parse(text);
}
