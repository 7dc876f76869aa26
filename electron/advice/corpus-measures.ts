import type { Hyperparameters } from '../contract/hyperparameters.ts';
import type { CorpusFacts } from './wording.ts';

/** The share of a text that is kept aside: of each of its files alike, or one of them. */
export function shareAside(
  { validationFraction, validationFile }: Pick<Hyperparameters, 'validationFraction' | 'validationFile'>,
  { sources = [] }: CorpusFacts,
): number {
  if (validationFile === 0) return validationFraction;
  const all = sources.reduce((sum, { characters }) => sum + characters, 0);
  return all > 0 ? (sources[validationFile - 1]?.characters ?? 0) / all : 0;
}

/** Predictions of one pass over the text (through the tokenizer of its statistics), and the steps it takes. */
export function passOver(h: Hyperparameters, facts: CorpusFacts): { predictions: number; steps: number } {
  const learnt = facts.statistics.symbols * (1 - shareAside(h, facts));
  const predictions = Math.max(1, h.context === 'window' ? (learnt - h.windowLength) / h.stride : learnt - 1);
  const perStep = h.context === 'window' ? h.batchSize : h.batchSize * h.sequenceLength;
  return { predictions, steps: Math.max(1, predictions / perStep) };
}

/** Share of the running symbols that `size` of the most frequent ones cover: from the measured points, log-linear between. */
export function coverageOf(size: number, { statistics }: CorpusFacts): number {
  const { coverage } = statistics;
  const after = coverage.findIndex(([at]) => at >= size);
  if (after === -1) return coverage.at(-1)?.[1] ?? 1;
  const [toSize, to] = coverage[after];
  if (after === 0 || toSize === size) return to;
  const [fromSize, from] = coverage[after - 1];
  return from + ((to - from) * Math.log(size / fromSize)) / Math.log(toSize / fromSize);
}

/** Distinct symbols that occur as often as the settings ask for, as far as the statistics tell. */
export const seenOften = ({ minimumCount }: Hyperparameters, { statistics }: CorpusFacts): number =>
  minimumCount > 1 ? statistics.distinct - statistics.singletons : statistics.distinct;

/** How many symbols the settings leave of a text, `<unk>` not among them; of subwords, as many are learnt as are asked for. */
export function knownSymbolsOf(h: Hyperparameters, corpus: CorpusFacts): number {
  if (h.tokenizer === 'subwords') return h.vocabularyLimit || corpus.statistics.distinct;
  const often = seenOften(h, corpus);
  return Math.min(h.vocabularyLimit || often, often);
}
