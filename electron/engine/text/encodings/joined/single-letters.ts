import { isUtf8 } from 'node:buffer';
import { lengthAt } from './evidence.ts';

/** The table of the West in which programs write a letter or a quotation mark into a text of UTF-8. */
export const LETTERS = 'windows-1252';

/** Letters of its languages, but for those that many a character of UTF-8 begins with (Â, Ã, â). */
const SMALL = new Set(Buffer.from('ßàáäåæçèéêëìíîïñòóôöøùúûü', 'latin1'));
const CAPITALS = new Set(Buffer.from('ÄÅÆÇÉÑÖØÜ', 'latin1'));
/** Quotes, dashes and the like; in a word, only one of these stands. */
const SIGNS = new Set([0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xab, 0xbb]);
const WITHIN = new Set([0x92, 0x97]);
const matches = (pattern: RegExp, byte: number | undefined) =>
  byte !== undefined && pattern.test(String.fromCharCode(byte));
const isPlain = (byte: number | undefined) => byte === undefined || byte < 0x80;

/** Whether a byte that is no UTF-8 reads as a letter of a word, or as a quote or a dash, where it stands: between plain signs. */
function isLetter(bytes: Uint8Array, at: number, isWestern: boolean): boolean {
  const byte = bytes[at];
  const [before, next] = [at > 0 ? bytes[at - 1] : undefined, bytes.at(at + 1)];
  if (!isPlain(before) || !isPlain(next)) return false;
  const [follows, goesOn] = [matches(/[A-Za-z]/, before), matches(/[A-Za-z]/, next)];
  // letters of other tables: ä in a word of DOS, … behind one of a Mac
  if (SIGNS.has(byte)) return WITHIN.has(byte) || !follows || !goesOn;
  if (CAPITALS.has(byte)) return isWestern && !matches(/[a-z]/, before) && (follows || goesOn);
  return isWestern && SMALL.has(byte) && (follows || goesOn);
}

/**
 * Single letters of that table in lines of UTF-8, as people leave them who put texts together or mend one by hand. Of a line
 * in which any other byte is no UTF-8 either, none: it is damaged.
 * @param isWestern whether the text is of a language of that table: else it has no letters of it, but signs
 * @returns where they stand
 */
export function singleLetters(bytes: Uint8Array, isWestern: boolean): number[] {
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
      if (isLetter(bytes, at, isWestern)) its.push(at);
      else damaged = true;
    }
    at += length || 1;
  }
  if (!damaged) places.push(...its);
  return places;
}
