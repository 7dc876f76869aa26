import { isUtf8 } from 'node:buffer';

/** How many bytes behind UTF-16 tell whether they are single ones, and where they are no UTF-8; fewer tell nothing. */
export const BACK = 16;
export const FAR_BACK = 64;
const LEAST = 4;
/** Bytes of a character of UTF-8 that may be torn at the end of some. */
const TORN = 3;
/** How much of a text in letters of Latin is ASCII at least, of so many bytes: of Chinese in UTF-16 it is half. */
const MOSTLY = 0.75;

/** Whether bytes, of which the last character may be torn, are UTF-8. */
export const readsAsUtf8 = (bytes: Uint8Array): boolean => {
  for (let torn = 0; torn <= Math.min(TORN, bytes.length); torn++)
    if (isUtf8(bytes.subarray(0, bytes.length - torn))) return true;
  return false;
};

/** Line ends are none of the controls that a text has few of. */
const LINE_ENDS = new Set([10, 13]);
const BLANK = 32;
const TAB = 9;
/** Most of them in single bytes; of UTF-16 in Cyrillic, Greek, Hebrew, Indian letters they are half. */
const MOST_CONTROLS = 0.25;

/** Whether so many bytes are controls that they are no text of single bytes, though UTF-8 holds them. */
export const isOfControls = (bytes: Uint8Array): boolean => {
  const controls = bytes.reduce((sum, byte) => sum + (byte < BLANK && !LINE_ENDS.has(byte) ? 1 : 0), 0);
  return controls > MOST_CONTROLS * bytes.length;
};

/** Whether there are any that no line of a text holds, in whatever table. */
export const hasControls = (bytes: Uint8Array): boolean =>
  bytes.some((byte) => byte < BLANK && byte !== TAB && !LINE_ENDS.has(byte));

/** Whether bytes look like a text in letters of Latin, one byte each, in any table. */
export function isLatin(bytes: Uint8Array): boolean {
  const plain = bytes.reduce((sum, byte) => sum + (byte >= 9 && byte < 127 ? 1 : 0), 0);
  return bytes.length >= BACK && plain >= MOSTLY * bytes.length;
}

/** How much of a text of the East in its own table is beyond ASCII; in UTF-16, where half of the bytes may be any, it is less or holds controls. */
const MOSTLY_BEYOND = 0.7;
const isEastern = (bytes: Uint8Array): boolean =>
  !hasControls(bytes) && bytes.filter((byte) => byte > 127).length >= MOSTLY_BEYOND * bytes.length;

/**
 * Whether what stands behind a line end of UTF-16 is single bytes.
 * @param isOther whether the text began in another table than UTF-8
 */
export const isNarrow = (bytes: Uint8Array, isOther: boolean) => {
  const near = bytes.subarray(0, BACK);
  if (near.length <= LEAST || near.includes(0)) return false;
  // kana in UTF-16 are bytes of ASCII, and controls
  if (isOther && hasControls(near)) return false;
  return readsAsUtf8(near) || (!bytes.includes(0) && isLatin(bytes)) || (isOther && isEastern(bytes));
};
