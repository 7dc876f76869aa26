import type { TokenizerName } from '../../../../electron/contract/corpus.ts';
import type { Sample } from '../../../../electron/contract/run.ts';

export type Prediction = Sample['predictions'][number];

/** Where the slider stands among the reports. */
export interface Place {
  readonly index: number;
  readonly count: number;
  readonly step: number;
}

/** What a run said at one of its reports, with what it had last said by then where it says something seldom. */
export interface Shown {
  /** the place among the samples */
  readonly at: number;
  /** undefined before the first report */
  readonly step: number | undefined;
  /** the newest story told by then */
  readonly story: Sample | undefined;
  /** the newest predictions made by then */
  readonly predicted: Sample | undefined;
  /** whether this is the newest report */
  readonly following: boolean;
}

/**
 * What is on show: everything as it was at the report that the slider stands at, the newest unless somebody went back.
 * @param position step of that report; undefined follows the newest
 */
export function shownAt(samples: readonly Sample[], position: number | undefined): Shown {
  const last = samples.length - 1;
  const found = position === undefined ? last : samples.findLastIndex(({ step }) => step <= position);
  const at = Math.max(0, found);
  const newest = (says: (sample: Sample) => boolean): Sample | undefined =>
    samples.findLast((sample, index) => index <= at && says(sample));
  return {
    at,
    step: samples[at]?.step,
    story: newest(({ story }) => story !== ''),
    predicted: newest(({ predictions }) => predictions.length > 0),
    following: at >= last,
  };
}

/** Pieces of a text's beginning, to show what will be predicted from what before anything has been learnt. */
export function firstPredictions(text: string, tokenizer: TokenizerName, length: number, rows: number): Prediction[] {
  const words = /\s?[\p{Script=Han}]|\s?[\p{L}\p{N}’']+|\s?[^\s\p{L}\p{N}]/gu;
  const patterns = { whitespace: /\S+/gu, words, subwords: words, characters: /./gsu };
  const symbols = Array.from(text.matchAll(patterns[tokenizer]), ([symbol]) => symbol);
  const shown = Math.min(length, 8);
  const found: Prediction[] = [];
  for (let at = shown; at < symbols.length && found.length < rows; at += Math.max(2, Math.ceil(shown / 2) + 1))
    found.push({ context: symbols.slice(at - shown, at), predicted: '', expected: symbols[at], probability: 0 });
  return found;
}
