const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const signs = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);

/** Signs at the end of a name that stay in sight, fewer where a word begins behind them: there stands the number. */
const END = 12;
const FEWEST = 6;

/** A name as what may be cut, and its end, which stays; a short one is all beginning. */
export function startAndEnd(name: string): [start: string, end: string] {
  // most names are plain and short
  if (name.length <= 2 * END) return [name, ''];
  const all = signs(name);
  if (all.length <= 2 * END) return [name, ''];
  const end = all.slice(-END);
  const space = end.slice(0, END - FEWEST).findIndex((sign) => sign === ' ');
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
