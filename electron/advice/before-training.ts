import { HIGHEST_RATE } from './setting-advice.ts';
import { coverageOf, knownSymbolsOf, passOver, seenOften, shareAside } from './corpus-measures.ts';
import { AesopError, toPlainError, type PlainError } from '../contract/errors.ts';
import { isCutAs } from '../contract/corpus.ts';
import type { Hyperparameters } from '../contract/hyperparameters.ts';
import { percent, rounded } from '../contract/message.ts';
import type { CorpusFacts } from './wording.ts';

/** Share of the text outside the vocabulary that is worth a word. */
const MUCH_UNKNOWN = 0.15;
const FEW_PREDICTIONS = 200;

/** How much of a text a vocabulary holds. */
export interface Held {
  /** symbols, `<unk>` not among them */
  readonly size: number;
  /** share of the text's running symbols that lies outside, 0 to 1 */
  readonly unknown: number;
}

/** What the settings leave of the vocabulary, as far as the statistics tell. */
function heldOf(h: Hyperparameters, corpus: CorpusFacts): Held {
  const { distinct, symbols } = corpus.statistics;
  const size = knownSymbolsOf(h, corpus);
  if (h.tokenizer === 'subwords') return { size, unknown: 0 };
  const often = seenOften(h, corpus);
  const beyondLimit = size < often ? 1 - coverageOf(size, corpus) : 0;
  return { size, unknown: Math.max(beyondLimit, (distinct - often) / symbols) };
}

/**
 * What is doubtful about settings for a text, said before the training starts; none of it keeps it from starting. What
 * depends on counted symbols is said only where the statistics are of the run's own tokenizer.
 * @param held by the run's own vocabulary, where that is there already
 */
export function warningsBefore(h: Hyperparameters, corpus: CorpusFacts, held?: Held): PlainError[] {
  const { statistics } = corpus;
  const warnings: AesopError[] = [];
  const highest = HIGHEST_RATE[h.optimizer];
  if (h.learningRate > highest)
    warnings.push(
      new AesopError('rate-high', {
        learningRate: rounded(h.learningRate),
        optimizer: h.optimizer,
        limit: rounded(highest),
      }),
    );
  const ours = isCutAs(statistics, h);
  // how much of it a base model knows is seen only when the text is read
  const counted = ours && corpus.known === undefined;
  const { size, unknown } = held ?? (counted ? heldOf(h, corpus) : { size: 0, unknown: 0 });
  if (ours) {
    const read = h.steps / passOver(h, corpus).steps;
    if (read < 0.99) warnings.push(new AesopError('part-of-text', { steps: h.steps, share: percent(read) }));
  }
  if (unknown > MUCH_UNKNOWN) warnings.push(new AesopError('much-unknown', { share: percent(unknown), size }));
  if (ours) {
    const validated = Math.floor(statistics.symbols * shareAside(h, corpus));
    if (validated > 0 && validated < FEW_PREDICTIONS)
      warnings.push(new AesopError('validation-small', { predictions: validated }));
  }
  return warnings.map(toPlainError);
}

/**
 * What keeps settings from leaving anything to predict of a text that has something: fewer than two known symbols.
 * @param distinct symbols of the text
 * @param counts of its two most frequent ones
 */
export function vocabularyProblem(
  { minimumCount, vocabularyLimit }: Pick<Hyperparameters, 'minimumCount' | 'vocabularyLimit'>,
  distinct: number,
  [first = 0, second = 0]: readonly number[],
): AesopError | undefined {
  if (distinct < 2) return undefined;
  const left = first < minimumCount ? 0 : 1;
  if (second < minimumCount)
    return new AesopError('minimum-count-high', { minimumCount, left, distinct, most: second });
  return vocabularyLimit === 1 ? new AesopError('vocabulary-limit-low', { distinct }) : undefined;
}
