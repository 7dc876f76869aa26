import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import { AesopError } from '../../contract/errors.ts';
import type { Stretch } from './stretches.ts';

/** Ids of a text: 16 bits each where the vocabulary allows. */
export type Ids = Uint16Array | Uint32Array;

/** What is learnt of a text, and what is kept aside to measure with. */
export interface TextParts {
  readonly training: Stretch[];
  readonly validation: Stretch[];
}

/**
 * Cuts the last `fraction` of the text off for validation. The end is taken, not a random part, so that no validated
 * window overlaps a learnt one. Both halves are views of the same memory.
 *
 * @returns at least one training symbol; an empty validation part where the fraction is 0
 */
export function splitText(ids: Ids, fraction: number): { training: Ids; validation: Ids } {
  const kept = Math.max(1, ids.length - Math.floor(ids.length * fraction));
  return { training: ids.subarray(0, kept), validation: ids.subarray(kept) };
}

/**
 * Keeps one source aside where the settings name one, else the end of each of them.
 * @param starts where each source of the text begins, the first at 0
 * @throws AesopError `source-unknown` where there is no source of that number to keep aside
 */
export function splitSources(
  ids: Ids,
  starts: readonly number[],
  { validationFile, validationFraction }: Pick<Hyperparameters, 'validationFile' | 'validationFraction'>,
): TextParts {
  const sources = starts.map((start, index) => ({ start, end: starts[index + 1] ?? ids.length }));
  if (validationFile > 0) {
    if (sources.length < 2 || validationFile > sources.length)
      throw new AesopError('source-unknown', { source: String(validationFile), known: sources.length });
    const aside = sources[validationFile - 1];
    return { training: sources.filter((source) => source !== aside), validation: [aside] };
  }
  const parts = sources.map(({ start, end }) => {
    const kept = start + splitText(ids.subarray(start, end), validationFraction).training.length;
    return { training: { start, end: kept }, validation: { start: kept, end } };
  });
  return { training: parts.map(({ training }) => training), validation: parts.map(({ validation }) => validation) };
}
