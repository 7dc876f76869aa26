import type { CorpusStatistics } from '../../../../electron/contract/corpus.ts';
import { coverageOf, knownSymbolsOf } from '../../../../electron/advice/corpus-measures.ts';
import type { Hyperparameters } from '../../../../electron/contract/hyperparameters.ts';
import { weightCount } from '../../../../electron/contract/network-size.ts';
import { proposeHyperparameters } from '../../../../electron/advice/propose.ts';
import type { CorpusFacts } from '../../../../electron/advice/wording.ts';

/** What a vocabulary of some size does to a text. */
export interface VocabularyCut {
  readonly size: number;
  readonly whole: boolean;
  /** share of the running symbols that it covers */
  readonly covered: number;
  /** running symbols that become `<unk>` */
  readonly unknown: number;
  /** bytes of the weights that exist only because of it, in the network proposed for the text */
  readonly memory: number;
}

const WEIGHT_BYTES = 4;

/** The coverage curve with every one of the most frequent symbols in it: the measured points begin later. */
export function finerCoverage({ top, symbols, coverage }: CorpusStatistics): [number, number][] {
  let sum = 0;
  const first = top.map(({ count }, index): [number, number] => [index + 1, (sum += count) / symbols]);
  return [...first, ...coverage.filter(([size]) => size > top.length)];
}

/** Coverage, unknown symbols and memory of the `size` most frequent symbols. */
export function cutVocabulary(size: number, facts: CorpusFacts): VocabularyCut {
  const { distinct, symbols } = facts.statistics;
  const whole = size >= distinct;
  const covered = whole
    ? 1
    : coverageOf(size, { ...facts, statistics: { ...facts.statistics, coverage: finerCoverage(facts.statistics) } });
  const network = proposeHyperparameters(facts).hyperparameters;
  const ids = whole ? distinct : size + 1;
  return {
    size: Math.min(size, distinct),
    whole,
    covered,
    unknown: Math.round(symbols * (1 - covered)),
    memory: WEIGHT_BYTES * (weightCount(network, ids) - weightCount(network, 0)),
  };
}

/** Steps of the slider from one symbol to all. */
export const SLIDER_STEPS = 400;

/** The size at a place of the slider, whose track is logarithmic as the axis above it; large ones are round numbers. */
export function sizeAt(place: number, distinct: number): number {
  if (place >= SLIDER_STEPS) return distinct;
  const size = Math.max(1, Math.round(distinct ** (place / SLIDER_STEPS)));
  return Math.min(distinct, size < 100 ? size : Number(size.toPrecision(2)));
}

/** The place of a size on the slider. */
export function placeOf(size: number, distinct: number): number {
  return distinct > 1 ? Math.round((SLIDER_STEPS * Math.log(size)) / Math.log(distinct)) : SLIDER_STEPS;
}

/** Where the slider stands at first: at the symbols that a model of the text would know by what is proposed for it. */
export const firstSize = (facts: CorpusFacts): number =>
  knownSymbolsOf(proposeHyperparameters(facts).hyperparameters, facts);

/** The settings that make a vocabulary of a size, where it is not the one that is proposed. */
export function settingsFor(size: number, facts: CorpusFacts): Partial<Hyperparameters> {
  const proposed = firstSize(facts);
  if (size === proposed) return {};
  const vocabularyLimit = size >= facts.statistics.distinct ? 0 : size;
  // rare symbols are let in where more are asked for than are left without them
  return size > proposed ? { vocabularyLimit, minimumCount: 1 } : { vocabularyLimit };
}
