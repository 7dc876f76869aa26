import type { ReadWord } from '../../electron/contract/read-words.ts';

/** A stretch of a first line whose words are all known to the model, or one that is not. */
export interface PromptPiece {
  readonly text: string;
  readonly unknown: boolean;
}

/** The prompt cut into what is known and what is not. */
export function promptPieces(text: string, words: readonly Pick<ReadWord, 'start' | 'end'>[]): PromptPiece[] {
  const pieces: PromptPiece[] = [];
  let at = 0;
  for (const { start, end } of words) {
    if (start > at) pieces.push({ text: text.slice(at, start), unknown: false });
    pieces.push({ text: text.slice(start, end), unknown: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), unknown: false });
  return pieces;
}

/**
 * The same of a line that was set for reading, where blanks went and small letters became capitals: its unknown words are
 * found by what they are, in their order.
 */
export function piecesOfLine(line: string, words: readonly string[]): PromptPiece[] {
  const places: { start: number; end: number }[] = [];
  const [alike, asked] = [line.toLowerCase(), words.map((word) => word.toLowerCase())];
  // of other length where letters have no small form of one letter
  if (alike.length !== line.length) return promptPieces(line, []);
  for (const word of asked) {
    const start = alike.indexOf(word, places.at(-1)?.end ?? 0);
    if (start >= 0) places.push({ start, end: start + word.length });
  }
  return promptPieces(line, places);
}
