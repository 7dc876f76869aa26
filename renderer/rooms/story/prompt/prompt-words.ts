import type { PromptSymbol } from '../../../../electron/contract/story.ts';

/** A word of the prompt that the model does not know, where it stands as typed, without the blank before it. */
export interface UnknownWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly nearest: readonly string[];
}

/** The form that the studio reads texts in: offsets of its answer count characters of it. */
export const normalPrompt = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC');

/**
 * The unknown words of a prompt.
 * @param text normal form of what `symbols` were told for
 */
export function unknownWords(text: string, symbols: readonly PromptSymbol[]): UnknownWord[] {
  return symbols.flatMap(({ text: symbol, offset, known, nearest }) => {
    if (known) return [];
    const word = symbol.trimStart();
    const start = offset + symbol.length - word.length;
    const end = Math.min(text.length, start + word.trimEnd().length);
    return end > start ? [{ start, end, text: text.slice(start, end), nearest }] : [];
  });
}

/** A known word with a capital where the one it replaces had one and the model itself tells small and capital apart not. */
function asTyped(typed: string, replacement: string, lowercase: boolean): string {
  const first = typed.charAt(0);
  const capital = lowercase && first !== first.toLowerCase();
  return capital ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;
}

/** The prompt with an unknown word replaced by one that the model knows, and where the caret goes: behind it. */
export function replaceWord(
  text: string,
  word: UnknownWord,
  replacement: string,
  lowercase: boolean,
): { text: string; caret: number } {
  const put = asTyped(word.text, replacement, lowercase);
  return { text: text.slice(0, word.start) + put + text.slice(word.end), caret: word.start + put.length };
}

/** The prompt with every unknown word replaced by the nearest that the model knows, where there is one. */
export function replaceAll(text: string, words: readonly UnknownWord[], lowercase: boolean): string {
  return words.reduceRight(
    (done, word) => (word.nearest.length ? replaceWord(done, word, word.nearest[0], lowercase).text : done),
    text,
  );
}

/** The prompt cut into what is known and what is not, to draw it below the field. */
export function promptPieces(text: string, words: readonly UnknownWord[]): { text: string; unknown: boolean }[] {
  const pieces: { text: string; unknown: boolean }[] = [];
  let at = 0;
  for (const { start, end } of words) {
    if (start > at) pieces.push({ text: text.slice(at, start), unknown: false });
    pieces.push({ text: text.slice(start, end), unknown: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), unknown: false });
  return pieces;
}
