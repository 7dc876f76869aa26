import { inflateSync } from 'node:zlib';

/** Units that one page, font or table of a PDF may unpack to; a page of print has some 100 kB. */
const LARGEST = 32 * 2 ** 20;
/** Where the description of a stream is looked for, before it. */
const DESCRIBED_WITHIN = 2_000;
const FLATE = /\/(FlateDecode|Fl)\b/g;

/** Whether so many steps of unpacking end beyond what is allowed. */
function isBomb(packed: Uint8Array, steps: number): boolean {
  let bytes = packed;
  for (let step = 0; step < steps; step++) {
    try {
      bytes = inflateSync(bytes, { maxOutputLength: LARGEST, finishFlush: 2 });
    } catch (thrown) {
      return (thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    }
  }
  return false;
}

/**
 * Whether a stream of a PDF, pictures aside, which are never unpacked, would take far more memory than any that a program
 * wrote: its reader unpacks it in one go. What is encrypted cannot be told.
 */
export function holdsBomb(pdf: Buffer): boolean {
  for (let at = pdf.indexOf('stream'); at !== -1; at = pdf.indexOf('stream', at + 6)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue;
    const before = pdf.toString('latin1', Math.max(0, at - DESCRIBED_WITHIN), at);
    const described = before.slice(before.lastIndexOf(' obj') + 1);
    const steps = described.match(FLATE)?.length ?? 0;
    if (!steps || /\/Subtype\s*\/Image\b/.test(described)) continue;
    const begin = at + 6 + (pdf[at + 6] === 13 ? 2 : 1);
    const end = pdf.indexOf('endstream', begin);
    if (isBomb(pdf.subarray(begin, end < 0 ? pdf.length : end), steps)) return true;
  }
  return false;
}
