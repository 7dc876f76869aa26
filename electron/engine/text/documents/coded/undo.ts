import type { Coding } from '../../../../contract/document.ts';

/** Makes of a piece of ASCII what it stands for; what a piece's end tears is given back, to stand before the next. */
type Undo = (text: string, last: boolean) => { bytes: Buffer; torn: string };

/** So much waits for its end; a line that is longer is none. */
const LONGEST = 1 << 16;
const NONE = Buffer.alloc(0);
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const byteOf = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16));

/** Parts a text before what may be the beginning of more. */
function parted(text: string, torn: RegExp, last: boolean): [whole: string, torn: string] {
  const at = last ? -1 : text.search(torn);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

const base64: Undo = (text, last) => {
  const digits = text.replace(/\s+/g, '');
  const whole = last ? digits.length : digits.length - (digits.length % 4);
  return { bytes: Buffer.from(digits.slice(0, whole), 'base64'), torn: digits.slice(whole) };
};

/** One line: how many bytes it stands for, then four signs for three of them. */
function uuLine(line: string): Buffer {
  const value = (at: number) => ((line.charCodeAt(at) || 32) - 32) & 63;
  const bytes: number[] = [];
  for (let at = 1; at < line.length && bytes.length < value(0); at += 4) {
    const bits = (value(at) << 18) | (value(at + 1) << 12) | (value(at + 2) << 6) | value(at + 3);
    bytes.push(bits >> 16, (bits >> 8) & 255, bits & 255);
  }
  return Buffer.from(bytes.slice(0, value(0)));
}

const uuencode: Undo = (text, last) => {
  const lines = text.split('\n');
  const torn = last ? '' : (lines.pop() ?? '');
  const bytes = lines.map((line) => line.replace(/\r$/, '')).filter((line) => line && !/^(?:begin \d|end$)/.test(line));
  return { bytes: Buffer.concat(bytes.map(uuLine)), torn };
};

const quotedPrintable: Undo = (text, last) => {
  const [whole, torn] = parted(text, /=[^\n]{0,1}$|=[ \t]*\r?$/, last);
  const read = whole.replace(/=[ \t]*\r?\n/g, '').replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) => byteOf(hex));
  return { bytes: latin1(read), torn };
};

const percent: Undo = (text, last) => {
  const [whole, torn] = parted(text, /%[\dA-Fa-f]?$/, last);
  const read = whole.replace(/\+|%([\dA-Fa-f]{2})/g, (_, hex?: string) => (hex ? byteOf(hex) : ' '));
  return { bytes: latin1(read), torn };
};

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const escapes: Undo = (text, last) => {
  const half = /\\(?:u(?:[\dA-Fa-f]{0,3}|[dD][89abAB][\dA-Fa-f]{2}(?:\\(?:u[\dA-Fa-f]{0,3})?)?))?$/;
  const [whole, torn] = parted(text, half, last);
  const read = whole.replace(/\\(?:u([\dA-Fa-f]{4})|([nrt"'\\/]))/g, (_, hex?: string, sign = '') =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (ESCAPED[sign] ?? sign),
  );
  return { bytes: Buffer.from(read), torn };
};

const UNDO: Readonly<Record<Coding, Undo>> = {
  base64,
  uuencode,
  'quoted-printable': quotedPrintable,
  percent,
  escapes,
};

/** What a text stands for that is written in signs of ASCII, all of it at once. */
export const undone = (bytes: Uint8Array, coding: Coding): Buffer =>
  UNDO[coding](Buffer.from(bytes).toString('latin1'), true).bytes;

/** What such a text stands for, in pieces. */
export async function* undo(pieces: AsyncIterable<Uint8Array>, coding: Coding): AsyncGenerator<Uint8Array> {
  let held = '';
  for await (const piece of pieces) {
    const { bytes, torn } = UNDO[coding](held + Buffer.from(piece).toString('latin1'), held.length > LONGEST);
    held = torn;
    if (bytes.length > 0) yield bytes;
  }
  const { bytes } = held ? UNDO[coding](held, true) : { bytes: NONE };
  if (bytes.length > 0) yield bytes;
}
