import { placeHref } from './place.ts';

/** A stretch of a text, UTF-16 units. */
export interface TextPlace {
  readonly offset: number;
  readonly characters: number;
}

/** The address of a stretch of a text in the Library. */
export const textPlaceHref = (corpus: string, { offset, characters }: TextPlace): string =>
  placeHref('library', corpus, { at: String(offset), length: String(characters) });

const COUNT = /^\d{1,12}$/;

/** The stretch that an address of the Library names; nothing where it makes no sense. */
export function textPlaceOf({ at, length }: Readonly<Record<string, string>>): TextPlace | undefined {
  if (!COUNT.test(at ?? '')) return undefined;
  return { offset: Number(at), characters: Math.max(1, COUNT.test(length ?? '') ? Number(length) : 1) };
}
