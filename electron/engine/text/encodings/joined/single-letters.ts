import { isUtf8 } from 'node:buffer';
import { lengthAt } from './evidence.ts';

/** The table of the West in which programs write a letter or a quotation mark into a text of UTF-8. */
export const LETTERS = 'windows-1252';

/** Letters of its languages, but for those that many a character of UTF-8 begins with (Â, Ã, â), and quotes, dashes and the like. */
const WORDS = new Set(Buffer.from('ÄÅÆÇÉÑÖØÜßàáäåæçèéêëìíîïñòóôöøùúûü', 'latin1'));
const SIGNS = new Set([0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xab, 0xbb]);
const isAsciiLetter = (byte: number | undefined) => byte !== undefined && /[A-Za-z]/.test(String.fromCharCode(byte));
const isPlain = (byte: number | undefined) => byte === undefined || byte < 0x80;

/** Whether a byte that is no UTF-8 reads as a letter of a word, or as a quote or a dash, where it stands: between plain signs. */
function isLetter(bytes: Uint8Array, at: number): boolean {
  const [before, byte, next] = [bytes.at(Math.max(0, at - 1)), bytes[at], bytes.at(at + 1)];
  const first = at === 0;
  if (!(first || isPlain(before)) || !isPlain(next)) return false;
  if (SIGNS.has(byte)) return true;
  return WORDS.has(byte) && ((!first && isAsciiLetter(before)) || isAsciiLetter(next));
}

/**
 * Single letters of that table in lines of UTF-8, as people leave them who put texts together or mend one by hand. Of a line
 * in which any other byte is no UTF-8 either, none: it is damaged.
 * @returns where they stand
 */
export function singleLetters(bytes: Uint8Array): number[] {
  if (isUtf8(bytes)) return [];
  const places: number[] = [];
  let its: number[] = [];
  let damaged = false;
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at] < 0x80 ? 1 : lengthAt(bytes, at);
    if (bytes[at] === 10) {
      if (!damaged) places.push(...its);
      [its, damaged] = [[], false];
    } else if (length === 0) {
      if (isLetter(bytes, at)) its.push(at);
      else damaged = true;
    }
    at += length || 1;
  }
  if (!damaged) places.push(...its);
  return places;
}
