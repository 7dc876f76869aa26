import { randomBytes } from 'node:crypto';

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const SUFFIX_LENGTH = 5;

/** UTF-16 units, for paths of Windows, and bytes, for encrypted folders, whose names are shortest. */
const LONGEST = { units: 40, bytes: 90 };
const fits = (name: string) => name.length <= LONGEST.units && Buffer.byteLength(name) <= LONGEST.bytes;

/** As much of a name as fits, no character torn from its marks. What tells them is slow to make, and most names fit. */
function cut(name: string): string {
  if (fits(name)) return name;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)) {
    if (!fits(kept + segment)) break;
    kept += segment;
  }
  return kept;
}

/**
 * A name as part of a folder's name: its letters in their own script, small and, where they are Latin, without accents,
 * digits, and hyphens for all else; at most 40 units and 90 bytes, empty where nothing is left.
 */
export function slug(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{DI}/gu, '')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/(?<![\p{L}\p{M}])\p{M}+/gu, '')
    .replace(/[^\p{Ll}\p{Lm}\p{Lo}\p{M}\p{Nd}〇]+/gu, '-')
    .replace(/^-+/, '');
  return cut(letters).replace(/(?<!-)-+$/, '');
}

/** A new id: the readable part of `name`, or `fallback` where the name has no letters (an emoji), and five random letters. */
export function newId(name: string, fallback: string): string {
  const suffix = Array.from(randomBytes(SUFFIX_LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${slug(name) || fallback}-${suffix}`;
}
