import { AesopError } from '../../../contract/errors.ts';
import type { Encoding } from './encodings.ts';

/** Percentage of control characters above which bytes are no text. */
const BINARY_PERCENT = 2;
/** Bytes at the beginning that this is judged by. */
const JUDGED_BYTES = 1 << 16;

/** How often one string, or run of bytes, stands in another, without overlap. */
export function occurrences<Sequence extends string | Buffer>(of: Sequence, within: Sequence): number {
  let count = 0;
  for (let at = within.indexOf(of as string); at !== -1; at = within.indexOf(of as string, at + of.length)) count++;
  return count;
}

/**
 * Refuses bytes with many control characters that no text uses (tab, line ends, form feed, end of file and escape may be).
 * @throws AesopError text-binary
 */
export function refuseBinary(bytes: Uint8Array, encoding: Encoding, name = '') {
  if (encoding.startsWith('utf-16')) return;
  const head = bytes.subarray(0, JUDGED_BYTES);
  let controls = 0;
  for (const byte of head)
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27) || byte === 127) controls++;
  const percent = (100 * controls) / head.length;
  if (percent > BINARY_PERCENT) throw new AesopError('text-binary', { name, percent: Number(percent.toFixed(1)) });
}
