import type { Lower, Tokenizer } from './tokenizer.ts';

/** Lower case in which every symbol keeps its place: `placeOf` leads back from it into the text. */
export function loweredWithPlaces(text: string, lower: Lower): { text: string; placeOf: (at: number) => number } {
  const small = lower(text);
  if (small.length === text.length) return { text: small, placeOf: (at) => at };
  // some letters become longer, by what stands around them in their word: each word is measured letter by letter
  const places: number[] = [];
  for (const { 0: word, index } of text.matchAll(/\s+|\S+/g)) {
    const from = places.length;
    for (let at = 0; at < word.length; at++) {
      const { length } = lower(word.slice(0, at + 1));
      while (places.length < from + length) places.push(index + at);
    }
  }
  return { text: small, placeOf: (at) => places[at] ?? text.length };
}

/**
 * The symbols of a stretch of a text, as they are cut in the whole of it.
 *
 * @param text normalised, the stretch with what stands around it
 * @param from where the stretch begins in `text`, and `to` where it ends
 * @param final whether the whole text ends with `text`
 * @param take is given each symbol that reaches into the stretch, with its place in `text`
 */
export function cutStretch(
  text: string,
  { from, to, final }: { from: number; to: number; final: boolean },
  tokenizer: Tokenizer,
  take: (symbol: string, at: number) => void,
): void {
  const seen = tokenizer.lower ? loweredWithPlaces(text, tokenizer.lower) : { text, placeOf: (at: number) => at };
  tokenizer.scan(seen.text, final, (whole, start, end, place = start) => {
    const [at, behind] = [seen.placeOf(place), seen.placeOf(place + end - start)];
    if (behind > from && at < to) take(whole.slice(start, end), at);
  });
}
