const PLACES = 5;
const SHOWN_BYTES = 4;

function decodes(bytes: Uint8Array, encoding: string, more: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: more });
    return true;
  } catch {
    return false;
  }
}

/** Length of the longest beginning that reads as `encoding`. */
function readable(line: Uint8Array, encoding: string): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decodes(line.subarray(0, middle), encoding, middle < line.length)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The first places that cannot be read as `encoding`, at most one a line: where they are in `bytes`, and their bytes in
 * hex. None for encodings whose lines cannot be told apart by a newline byte.
 */
export function findTrouble(bytes: Uint8Array, encoding: string): { offset: number; bytes: string }[] {
  const places: { offset: number; bytes: string }[] = [];
  if (encoding.startsWith('utf-16')) return places;
  for (let start = 0; start < bytes.length && places.length < PLACES;) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    const line = bytes.subarray(start, end);
    if (!decodes(line, encoding, false)) {
      const at = Math.min(readable(line, encoding), line.length - 1);
      const shown = Buffer.from(line.subarray(at, at + SHOWN_BYTES)).toString('hex');
      places.push({ offset: start + at, bytes: shown });
    }
    start = end + 1;
  }
  return places;
}
