import type { Tokenizer } from './tokenizer.ts';

/** The only letter whose lower case is longer than itself, by one mark. */
const LONGER = 'İ';

/** Lower case in which every symbol keeps its place: `placeOf` leads back from it into the text. */
function lowered(text: string): { text: string; placeOf: (at: number) => number } {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return { text: lower, placeOf: (at) => at };
  const longer: number[] = [];
  for (let at = text.indexOf(LONGER); at >= 0; at = text.indexOf(LONGER, at + 1)) longer.push(at + longer.length);
  return { text: lower, placeOf: (at) => at - longer.filter((place) => place < at).length };
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
  const seen = tokenizer.lowercase ? lowered(text) : { text, placeOf: (at: number) => at };
  tokenizer.scan(seen.text, final, (whole, start, end, place = start) => {
    const [at, behind] = [seen.placeOf(place), seen.placeOf(place + end - start)];
    if (behind > from && at < to) take(whole.slice(start, end), at);
  });
}
