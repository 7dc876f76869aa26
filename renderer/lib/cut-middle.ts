const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const signs = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);

/** Chinese, Japanese and Korean signs and pictures are as wide as two letters. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\uff60\u{20000}-\u{3ffff}]|\p{Extended_Pictographic}/u;
const widthOf = (sign: string): number => (WIDE.test(sign) ? 2 : 1);

/** Most letters' widths at the end of a name that stay in sight: there stands the number. */
const END = 12;
/** Fewest, the space before them counted. */
const FEWEST = 2;
/** Shorter names have their place everywhere. */
const SHORT = 10;

/**
 * A name as what may be cut, and its end, which stays: it begins with a word where there is one, so that both parts are read
 * out as one name. A short name is all beginning.
 */
export function startAndEnd(name: string): [start: string, end: string] {
  // most names are plain and short
  if (name.length <= SHORT) return [name, ''];
  const all = signs(name);
  const widths = all.map(widthOf);
  let from = all.length;
  for (let room = END; from > all.length / 2 && room >= widths[from - 1]; from--) room -= widths[from - 1];
  const end = all.slice(from);
  const space = end.slice(0, -FEWEST).indexOf(' ');
  if (space < 0 && widths.reduce((sum, width) => sum + width) <= 2 * END) return [name, ''];
  const kept = space < 0 ? end : end.slice(space);
  return [all.slice(0, -kept.length).join(''), kept.join('')];
}

/** At most so many signs of a text: its beginning and its end, with an ellipsis between. */
export function cutMiddle(text: string, most: number): string {
  const all = signs(text);
  if (all.length <= most) return text;
  const end = Math.floor((most - 1) / 2);
  return `${all
    .slice(0, most - 1 - end)
    .join('')
    .trimEnd()}…${all
    .slice(all.length - end)
    .join('')
    .trimStart()}`;
}
