import type { TextPreview } from '../../../../electron/contract/corpus.ts';
import type { PlainError } from '../../../../electron/contract/errors.ts';

/** One way to read a file. */
export interface EncodingOption {
  readonly encoding: string;
  readonly replaced: number;
  /** 0 to 1 */
  readonly plausibility: number;
  readonly sample: string;
}

/** The guessed encoding first, then the others worth comparing. */
export function optionsOf({ encoding, replaced, plausibility, sample, alternatives }: TextPreview): EncodingOption[] {
  return [{ encoding, replaced, plausibility, sample }, ...alternatives];
}

/** Errors of what stands in a file; any other, such as a full disk, may have passed by now. */
const ABOUT_THE_TEXT = /^text-/;

/**
 * Whether importing a file so can end otherwise than it did: what reads as it did before fails as it did before.
 * @param error what it failed by, read as `failedAs`: encodings, empty for the guessed one
 * @param options the guess first
 */
export function isAnotherReading(
  { encoding, sample }: TextPreview,
  { error, failedAs = [] }: { error?: PlainError; failedAs?: readonly string[] },
  options: readonly EncodingOption[],
): boolean {
  if (!error || !ABOUT_THE_TEXT.test(error.code)) return true;
  const before = failedAs.map((each) => each || options[0]?.encoding);
  if (typeof error.values.encoding === 'string') before.push(error.values.encoding);
  return (
    !options.some((option) => before.includes(option.encoding) && option.sample === sample) &&
    !before.includes(encoding)
  );
}

const WORDS = 60;

/** The first words of a reading on one line. */
export function firstWords(sample: string): string {
  return [...sample.replace(/\s+/g, ' ').trim()].slice(0, WORDS).join('');
}

/** Bytes as they are written in a dump: `a3ff81` → `a3 ff 81`. */
export function hexPairs(bytes: string): string {
  return (bytes.replace(/\s/g, '').match(/../g) ?? []).join(' ');
}

export const UNREADABLE = '\ufffd';

/** A text in stretches of what could be read and what could not. */
export function stretches(text: string): { text: string; unreadable: boolean }[] {
  return text
    .split(/(\ufffd+)/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, unreadable: part.startsWith(UNREADABLE) }));
}

const AROUND = 12;

/** What stands round the n-th unreadable place of a sample; nothing where the sample does not reach so far. */
export function aroundPlace(sample: string, n: number): string {
  const characters = [...sample];
  const places = characters.flatMap((character, index) => (character === UNREADABLE ? [index] : []));
  if (places[n] === undefined) return '';
  return characters
    .slice(Math.max(0, places[n] - AROUND), places[n] + AROUND)
    .join('')
    .replace(/\s+/g, ' ');
}
