import type { CorpusStatistics } from '../../../contract/corpus.ts';
import { Breath } from '../../training/breath.ts';
import type { Corpus } from '../corpus.ts';
import { predictabilityCeilings } from './predictability.ts';
import { sentenceKinds } from './sentences.ts';
import { separated } from './separated.ts';
import { workHere, type TextWork } from '../text-work.ts';
import { createTokenizer } from '../tokenizers/tokenizers.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** Preceding symbols that ceilings are told for. A letter says little: of a text whose windows may be that long, more. */
const MOST = 4;
const MOST_LETTERS = 16;
const FEW_LETTERS = 100_000;
const TOP_SYMBOLS = 50;
const ZIPF_POINTS = 200;
/** Symbols of a repeat that are shown. */
const SHOWN_SYMBOLS = 200;

/** 10, 20, 50, 100, … below `size`, then `size` itself. */
function roundSizes(size: number): number[] {
  const sizes: number[] = [];
  for (let power = 10; power < size; power *= 10)
    for (const factor of [1, 2, 5]) if (factor * power < size) sizes.push(factor * power);
  return size ? [...sizes, size] : sizes;
}

/** Share of running symbols that the most frequent 10, 20, 50, … symbols cover: [vocabulary size, share]. */
export function coverageBySize({ counts, unknownId }: Vocabulary, symbols: number): [number, number][] {
  const known = unknownId ?? counts.length;
  const points: [number, number][] = [];
  let covered = 0;
  let at = 0;
  for (const size of roundSizes(known)) {
    for (; at < size; at++) covered += counts[at];
    points.push([size, covered / symbols]);
  }
  return points;
}

/** Rank and count of symbols at log-spaced ranks, at most 200: a straight line where Zipf's law holds. */
function zipf(all: Uint32Array): [number, number][] {
  // a character that words are spelt out of may never stand alone
  const counts = all.filter((count) => count > 0);
  const ranks = new Set<number>();
  for (let point = 0; point < ZIPF_POINTS; point++) ranks.add(Math.round(counts.length ** (point / (ZIPF_POINTS - 1))));
  return [...ranks].filter((rank) => rank <= counts.length).map((rank) => [rank, counts[rank - 1]]);
}

/**
 * What a text looks like through its tokenizer, counted in pieces between which messages come through.
 * @param work what looks at every symbol
 * @throws the signal's reason when aborted
 */
export async function corpusStatistics(
  { ids, vocabulary, starts }: Pick<Corpus, 'ids' | 'vocabulary' | 'starts'>,
  signal?: AbortSignal,
  work: Pick<TextWork, 'count'> = workHere,
): Promise<CorpusStatistics> {
  const { tokenizer, lowercase, cut, symbols, counts, unknownId } = vocabulary;
  const known = unknownId ?? symbols.length;
  const knownCounts = counts.subarray(0, known);
  const { join } = createTokenizer(tokenizer, vocabulary);
  const breath = new Breath(signal);
  const apart = separated(ids, starts, symbols.length).ids;
  const letters = tokenizer === 'characters' && ids.length <= FEW_LETTERS;
  const most = letters ? MOST_LETTERS : MOST;
  // where another thread looks at the whole text, all else is counted meanwhile
  const [{ repeats, sentenceLength }, ceilings, counted] = await Promise.all([
    work.count(apart, sentenceKinds(symbols, starts.length), breath),
    predictabilityCeilings(ids, symbols.length, { most, starts, breath }),
    breath.take().then(() => ({
      singletons: knownCounts.reduce((sum, count) => sum + (count === 1 ? 1 : 0), 0),
      top: symbols.slice(0, Math.min(TOP_SYMBOLS, known)).map((symbol, id) => ({ symbol, count: counts[id] })),
      coverage: coverageBySize(vocabulary, ids.length),
      zipf: zipf(knownCounts),
    })),
  ]);
  return {
    tokenizer,
    lowercase,
    cut,
    symbols: ids.length,
    distinct: known,
    ...counted,
    sentenceLength,
    repeats: repeats.map(({ start, length, count }) => {
      const shown = Array.from(apart.subarray(start, start + Math.min(length, SHOWN_SYMBOLS)), (id) => symbols[id]);
      return { text: join(shown) + (length > SHOWN_SYMBOLS ? '…' : ''), length, count };
    }),
    ceilings,
  };
}
