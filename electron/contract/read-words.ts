import { composed } from './composed.ts';
import type { PromptSymbol, Reading, Sampling } from './story.ts';

/** The form that the studio reads first lines in: offsets of its answer count characters of it. */
export const normalPrompt = (text: string): string => composed(text.replace(/\r\n?/g, '\n'));

/** A word of a prompt that the model does not know, and what the network reads in its place. */
export interface ReadWord {
  /** as it was typed, without the blank before it */
  readonly word: string;
  /** where it stands in the prompt's normal form, characters */
  readonly start: number;
  readonly end: number;
  readonly nearest: readonly string[];
  readonly reading: Reading;
  /** the same without stand-ins */
  readonly usual: Reading;
}

/**
 * The words of a prompt that the model does not know, where they stand.
 * @param text in normal form, as `symbols` were found in it
 */
export function readWords(
  text: string,
  symbols: readonly PromptSymbol[],
  { unknown, standIns }: Pick<Sampling, 'unknown' | 'standIns'>,
): ReadWord[] {
  return symbols.flatMap(({ text: symbol, offset, known, nearest, reading }) => {
    if (known || !reading) return [];
    const bare = symbol.trimStart();
    const start = offset + symbol.length - bare.length;
    const end = Math.min(text.length, start + bare.trimEnd().length);
    if (end <= start) return [];
    const word = text.slice(start, end);
    const key = [word, bare.trimEnd()].find((each) => Object.hasOwn(standIns, each));
    const standIn = key === undefined ? undefined : standIns[key];
    const near = unknown === 'nearest' ? nearest[0] : undefined;
    const usual: Reading = near === undefined ? reading : { how: 'word', as: near };
    return [
      { word, start, end, nearest, usual, reading: standIn === undefined ? usual : { how: 'word', as: standIn } },
    ];
  });
}

/** Each of the words once, where it stands first. */
export const distinctWords = (words: readonly ReadWord[]): ReadWord[] =>
  words.filter(({ word }, at) => words.findIndex((other) => other.word === word) === at);
