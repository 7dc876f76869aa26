import type { Encoding } from '../../encodings/encodings.ts';

/**
 * Where a blank, or nothing, stands for the byte A0: the blank that no line breaks at, which many programs turn into a plain
 * one, and leave out at the end of a line. Each place is where that blank belongs, with the plain one that stands for it.
 */
const PLACES: Partial<Record<Encoding, readonly RegExp[]>> = {
  'windows-1252': [
    // à, of which the blank is all that stands before the next sign, or one of two, or is missing
    /(?<=(?<!\p{Lu})Ã) (?=[\s.,;:!?…»”’)\]-]|$)/gu,
    /(?<=(?<!\p{Lu})Ã)(?= [\p{L}\p{N}«“"'(]|$)/gu,
    // the blank itself, and Š
    /(?<=(?<!\p{Lu})Â) (?!$)/gu,
    /(?<=(?<!\p{L})Å) (?=\p{Ll})/gu,
  ],
  // Р before another letter that was misread, of two signs each
  'windows-1251': [/(?<=(?<!\p{L})Р) (?=[РС][^\sа-яА-Я])/gu, /(?<=(?<!\p{L})Р) (?=Р[°µёѕ»ЅґІ])/gu],
};

/** A text with the blanks that a table has for A0, where plain ones took their place. */
export const withHardBlanks = (text: string, table: string): string =>
  (PLACES[table as Encoding] ?? []).reduce((left, place) => left.replace(place, '\xa0'), text);

/** How many letters of a text stand before such a place. */
export const hardBlanks = (text: string, table: string): number =>
  (PLACES[table as Encoding] ?? []).reduce((count, place) => count + (text.match(place)?.length ?? 0), 0);
