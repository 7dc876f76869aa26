import { AesopError } from '../../contract/errors.ts';
import type { Ids } from '../data/index.ts';
import type { LanguageModel } from '../model/index.ts';
import { allocateIds } from '../text/vocabulary/id-list.ts';
import { PredictedText } from '../text/vocabulary/predicted-text.ts';
import { symbolAt, type NumberedText } from '../text/vocabulary/unknown-symbols.ts';
import type { Vocabulary } from '../text/vocabulary/vocabulary.ts';
import { Breath } from '../training/breath.ts';
import {
  batchLimits,
  predictionsOf,
  sequencePredictions,
  windowPredictions,
  type BatchLimits,
} from './text-predictions.ts';

/** How well a model predicts a text. */
export interface Measured {
  predictions: number;
  /** whether the text has more of them */
  isSample: boolean;
  /** mean cross-entropy, nats */
  loss: number;
  /** share whose target was the likeliest, 0 to 1 */
  accuracy: number;
  /** exp(loss) */
  perplexity: number;
}

export interface EvaluateOptions {
  /** takes the share done, 0 to 1 */
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal;
  /** how much is computed at once, which changes the time it takes, not the result; and `most`, predictions in all */
  limits?: Partial<BatchLimits>;
}

interface Options extends EvaluateOptions {
  /** counts the symbols that are predicted */
  predicted?: PredictedText;
}

/**
 * Measures a model over a text: every window of a window model (stride 1), every position of a sequence model, or at most
 * `limits.most` of them, evenly spread.
 *
 * @param ids the text in the model's vocabulary
 * @throws AesopError `text-too-short`, `prediction-not-finite`; the signal's reason when aborted
 */
export async function evaluateModel(
  model: LanguageModel,
  ids: Ids,
  { onProgress, signal, limits, predicted }: Options = {},
): Promise<Measured> {
  const { context, windowLength } = model.config;
  const history = context === 'window' ? windowLength : 1;
  const all = ids.length - history;
  if (all < 1) throw new AesopError('text-too-short', { symbols: ids.length, needed: history + 1 });
  const atOnce = { ...batchLimits(model.config), ...limits };
  const total = predictionsOf(all, atOnce);
  const batches =
    context === 'window' ? windowPredictions(model, ids, atOnce) : sequencePredictions(model, ids, atOnce);
  const breath = new Breath(signal);
  let [lossSum, correct, predictions] = [0, 0, 0];
  for (const measured of batches) {
    lossSum += measured.lossSum;
    correct += measured.correct;
    predictions += measured.count;
    if (predicted) measured.places.forEach((place) => predicted.add(place));
    onProgress?.(predictions / total);
    await breath.take();
  }
  const loss = lossSum / predictions;
  if (!Number.isFinite(loss)) throw new AesopError('prediction-not-finite');
  const perplexity = Math.min(Math.exp(loss), Number.MAX_VALUE);
  return { predictions, isSample: total < all, loss, accuracy: correct / predictions, perplexity };
}

/** What a model makes of a text. */
export interface MeasuredText extends Measured {
  symbols: number;
  /** those of them that the model does not know */
  unknown: number;
  /** what the predicted symbols are written as; 0 where some are left out that the model knows no sign for */
  characters: number;
  /** of these; null where some are unknown to a model that cannot tell what such cost */
  bitsPerCharacter: number | null;
  /** why they are null: the vocabulary has no `<unk>`, or does not say how unknown symbols are spelt */
  bitsMissing?: 'unknown' | 'letters';
}

/** The id of each symbol of a text in another vocabulary. */
function translated(text: NumberedText, vocabulary: Vocabulary): (place: number) => number | undefined {
  const { unknownId, symbols } = text.vocabulary;
  const known = symbols.map((symbol) => vocabulary.id(symbol));
  return (place) => {
    const id = text.ids[place];
    return id === unknownId ? vocabulary.id(symbolAt(text, place)) : known[id];
  };
}

/**
 * Measures a model over a text that was cut as the model's was but numbered for itself. What the model does not know
 * is its `<unk>`; a model without one cannot be asked about such symbols, and the text is read as if they were not there.
 *
 * @throws AesopError as `evaluateModel`
 */
export async function evaluateText(
  { model, vocabulary }: { model: LanguageModel; vocabulary: Vocabulary },
  text: NumberedText,
  options: EvaluateOptions = {},
): Promise<MeasuredText> {
  const idOf = translated(text, vocabulary);
  const ids = allocateIds(text.ids.length, vocabulary.size);
  let unknown = 0;
  let kept = 0;
  for (let place = 0; place < text.ids.length; place++) {
    const id = idOf(place);
    const own = id ?? vocabulary.unknownId;
    if (id === undefined) unknown++;
    if (own !== undefined) ids[kept++] = own;
  }
  // of what was left out nobody knows what it costs
  const whole = kept === text.ids.length;
  const predicted = whole ? new PredictedText(vocabulary, (place) => symbolAt(text, place)) : undefined;
  const measured = await evaluateModel(model, ids.subarray(0, kept), { ...options, predicted });
  const bitsPerCharacter = predicted?.bitsPerCharacter(measured.loss) ?? null;
  const characters = predicted?.characters ?? 0;
  const figures = { symbols: text.ids.length, unknown, ...measured, characters, bitsPerCharacter };
  if (bitsPerCharacter !== null || unknown === 0) return figures;
  return { ...figures, bitsMissing: whole ? 'letters' : 'unknown' };
}
