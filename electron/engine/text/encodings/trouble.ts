import type { TextPreview } from '../../../contract/corpus.ts';
import { isWide, tableOf, type Encoding } from './encodings.ts';
import { runsOf } from './joined/runs.ts';
import { byteTable, decodeBytes } from './text-decoder.ts';

/** Longest sequence of bytes that stands for one character in any encoding; as many are shown of a broken place. */
export const LONGEST_CHARACTER = 4;

/** Whether the bytes read without an error; `torn` allows the last character to be incomplete. */
function reads(bytes: Uint8Array, encoding: Encoding, torn: boolean): boolean {
  const { decoder } = tableOf(encoding);
  if (decoder === 'bytes') {
    const table = byteTable(encoding);
    return bytes.every((byte) => table[byte] !== 0xfffd);
  }
  if (decoder !== 'stream') return !decodeBytes(bytes, encoding, torn).includes('\ufffd');
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: torn });
    return true;
  } catch {
    return false;
  }
}

/** Length of the shortest beginning that holds an error; 0 when there is none. */
function firstError(bytes: Uint8Array, encoding: Encoding): number {
  if (reads(bytes, encoding, false)) return 0;
  let whole = 0;
  let broken = bytes.length;
  while (broken - whole > 1) {
    const middle = (whole + broken) >> 1;
    if (reads(bytes.subarray(0, middle), encoding, true)) whole = middle;
    else broken = middle;
  }
  return broken;
}

/** So many bytes are looked at together, and as many more as their last line has: finding a place reads them several times. */
const BLOCK_BYTES = 1 << 16;
const LINE_END = 10;
/** Tables in which what a byte means depends on others that may stand lines before it. */
const SHIFTED = /^(?:iso-2022|hz|utf-7)/;

/** Where bytes may be cut into two that read apart as they do together: behind a line end, in most tables. */
function blockEnd(bytes: Uint8Array, from: number, encoding: Encoding): number {
  if (isWide(encoding) || SHIFTED.test(encoding)) return bytes.length;
  return bytes.indexOf(LINE_END, from + BLOCK_BYTES) + 1 || bytes.length;
}

/**
 * The first places that cannot be read in an encoding, or in the two of a text of both: where, and in hexadecimal the bytes from there on, up to four
 * and not beyond the line.
 * @param most how many places at most
 */
export function findTrouble(bytes: Uint8Array, encoding: Encoding, most = 5): TextPreview['trouble'] {
  const trouble: TextPreview['trouble'] = [];
  for (const run of runsOf(bytes, encoding)) {
    const its = trouble.length < most ? troubleIn(run.bytes, run.encoding, most - trouble.length) : [];
    trouble.push(...its.map((place) => ({ ...place, offset: run.from + place.offset })));
  }
  return trouble;
}

function troubleIn(bytes: Uint8Array, encoding: Encoding, most: number): TextPreview['trouble'] {
  const trouble: TextPreview['trouble'] = [];
  const unit = isWide(encoding) ? (encoding.startsWith('utf-16') ? 2 : 4) : 1;
  let end = 0;
  for (let from = 0; from < bytes.length && trouble.length < most;) {
    if (from >= end) end = blockEnd(bytes, from, encoding);
    const rest = bytes.subarray(from, end);
    const error = firstError(rest, encoding);
    if (!error) {
      from = end;
      continue;
    }
    let start = error - 1 - ((error - 1) % unit);
    while (start > 0 && error - start < LONGEST_CHARACTER && !reads(rest.subarray(0, start), encoding, false))
      start -= unit;
    const shown = Buffer.from(rest.subarray(start, start + LONGEST_CHARACTER));
    const lineEnd = shown.indexOf(LINE_END, 1);
    const stands = lineEnd < 0 ? shown : shown.subarray(0, lineEnd);
    trouble.push({ offset: from + start, bytes: stands.toString('hex') });
    from += start + unit;
  }
  return trouble;
}
