import { isAscii, isUtf8 } from 'node:buffer';
import type { Coding } from '../../../../contract/document.ts';
import { decodeText } from '../../encodings/decode.ts';
import { plausibility } from '../../encodings/detect-encoding.ts';
import { undone } from './undo.ts';

/** So much of a text is looked at. */
const LOOKED_AT = 1 << 14;
/** Base64 is written in lines of one length, or in one line. */
const LINE = /^[A-Za-z0-9+/]{2,}={0,2}$/;
const LEAST_DIGITS = 64;
const UU_HEAD = /^begin [0-7]{3,4} \S[^\n]*\nM[ -`]{60}\r?\n/;
/** Bytes beyond ASCII that must be written so, and what share of a text with its signs. */
const LEAST = 8;
const ESCAPED_SHARE = 0.1;
/** Of signs that begin such a thing, so many must. */
const MOST = 0.98;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

function isBase64(text: string): boolean {
  const lines = text.trimEnd().split(/\r?\n/);
  const [first] = lines;
  const even = lines.every((line, at) =>
    at < lines.length - 1 ? line.length === first.length : line.length <= first.length,
  );
  return (
    text.trimEnd().length >= LEAST_DIGITS &&
    (lines.length === 1 || (first.length >= LEAST_DIGITS - 4 && first.length % 4 === 0)) &&
    even &&
    lines.every((line) => LINE.test(line)) &&
    /[A-Z]/.test(text) &&
    /[a-z]/.test(text)
  );
}

const isWritten = (text: string, sign: RegExp, whole: RegExp, beyond: RegExp, length: number) =>
  count(text, beyond) >= LEAST &&
  count(text, whole) * length >= ESCAPED_SHARE * text.length &&
  count(text, whole) >= MOST * count(text, sign);

/** Each way, and whether a text may be written so by the look of it. */
const LOOKS: Readonly<Record<Coding, (text: string) => boolean>> = {
  base64: isBase64,
  uuencode: (text) => UU_HEAD.test(text),
  'quoted-printable': (text) =>
    isWritten(text, /=/g, /=(?:[\dA-F]{2}|[ \t]*\r?\n|$)/g, /=[89A-F][\dA-F]/g, 3) && !text.includes('://'),
  percent: (text) =>
    isWritten(text, /%/g, /%[\dA-Fa-f]{2}/g, /%[89A-Fa-f][\dA-Fa-f]/g, 3) && !/:\/\/|\s\S+\s/.test(text),
  escapes: (text) => isWritten(text, /\\u/g, /\\u[\dA-Fa-f]{4}/g, /\\u(?!00[0-7])[\dA-Fa-f]{4}/g, 6),
};

/** What a cut at the end may tear of a character. */
const TORN = 4;
const PLAUSIBLE = 0.6;
const SURE = 0.9;

/** Whether bytes are a text, surely: UTF-8, or another table in which they read as a language. */
function isText(bytes: Buffer): boolean {
  try {
    const { encoding, confidence } = decodeText(bytes);
    const whole = [0, 1, 2, 3].some((torn) => torn < TORN && isUtf8(bytes.subarray(0, bytes.length - torn)));
    return whole || (confidence >= SURE && plausibility(bytes, encoding) >= PLAUSIBLE);
  } catch {
    return false;
  }
}

/** Up to the last line end that is not far, so that no sign is torn. */
function wholeLines(head: Uint8Array): Uint8Array {
  if (head.length <= LOOKED_AT) return head;
  const end = head.lastIndexOf(10, LOOKED_AT);
  return head.subarray(0, end > LOOKED_AT / 2 ? end + 1 : LOOKED_AT - (LOOKED_AT % 12));
}

/**
 * How a text is written that is all ASCII to look at, and stands for bytes or characters beyond it: as mails carry texts,
 * as addresses and JSON write them. Where what it stands for is no text, it is taken for none of these.
 */
export function codingOf(head: Uint8Array): Coding | undefined {
  const looked = wholeLines(head);
  if (looked.length < LEAST || !isAscii(looked)) return undefined;
  const text = Buffer.from(looked).toString('latin1');
  const coding = (Object.keys(LOOKS) as Coding[]).find((each) => LOOKS[each](text));
  return coding !== undefined && isText(undone(looked, coding)) ? coding : undefined;
}
