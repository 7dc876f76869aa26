/** Characters of a prompt that are shown before a story: about two lines of the narrowest panel. */
const SHOWN = 80;
/** A prompt that is longer by less than this is shown whole. */
const SPARED = 20;

/**
 * A long prompt in two: what may stay away, and its end, which begins with a word where words are parted by blanks.
 * @returns the beginning is '' where the prompt is short
 */
export function promptEnd(prompt: string): { beginning: string; end: string } {
  if (prompt.length <= SHOWN + SPARED) return { beginning: '', end: prompt };
  const near = prompt.length - SHOWN;
  const blank = /\s+/g;
  blank.lastIndex = near;
  const found = blank.exec(prompt);
  const word = found ? blank.lastIndex : Infinity;
  const between = /[\uDC00-\uDFFF]/.test(prompt[near]) ? near + 1 : near;
  const at = word - near < SPARED ? word : between;
  return { beginning: prompt.slice(0, at), end: prompt.slice(at) };
}
