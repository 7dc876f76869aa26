import { AesopError } from '../../contract/errors.ts';
import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Random } from '../random.ts';
import { ArticleWindows } from './article-windows.ts';
import type { DataOrder } from './data-order.ts';
import { predictionCounts, Sequences } from './sequences.ts';
import { ShuffledWindows, windowCounts } from './shuffled-windows.ts';
import { splitSources, type Ids, type TextParts } from './split.ts';
import { lengthOf, type Stretch } from './stretches.ts';

/** The fewest symbols that a text needs, so that one batch can be cut from its training part. */
export function symbolsNeeded(h: Hyperparameters): number {
  if (h.context === 'sequence') return h.batchSize * h.sequenceLength + 1;
  return h.order === 'article' ? 2 * (h.windowLength + 1) : h.windowLength + 1;
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** Whether a whole batch can be cut from stretches. */
function isEnough(training: readonly Stretch[], h: Hyperparameters): boolean {
  if (h.context === 'sequence') return sum(predictionCounts(training)) >= symbolsNeeded(h) - 1;
  return Math.max(...training.map(lengthOf)) >= symbolsNeeded(h);
}

/**
 * Training and validation part of a text, checked for length: the training part must give a whole batch, the validation
 * part at least one prediction.
 *
 * @param starts where each source of the text begins, the first at 0
 * @throws AesopError `text-too-short`, naming the symbols of the whole text that these settings need; `source-unknown`
 */
export function partsForTraining(ids: Ids, h: Hyperparameters, starts: readonly number[] = [0]): TextParts {
  const { training, validation } = splitSources(ids, starts, h);
  const validated =
    h.context === 'sequence' ? predictionCounts(validation) : windowCounts(validation, h.windowLength, 1);
  const validates = h.validationFraction > 0 || h.validationFile > 0;
  if (isEnough(training, h) && (!validates || sum(validated) > 0)) return { training, validation };
  const neededToValidate = h.context === 'window' ? h.windowLength + 1 : 2;
  const share = sum(validation.map(lengthOf)) / ids.length;
  const fraction = h.validationFile > 0 ? share : h.validationFraction;
  const whole = Math.max(symbolsNeeded(h) / (1 - fraction), fraction > 0 ? neededToValidate / fraction : 0);
  // cut into sources, even a text of that length may be too short
  const least = starts.length > 1 ? ids.length + 1 : 0;
  throw new AesopError('text-too-short', { symbols: ids.length, needed: Math.max(least, Math.ceil(whole)) });
}

/** The data order that the hyperparameters ask for, over the training part of a text. */
export function createDataOrder(ids: Ids, training: readonly Stretch[], h: Hyperparameters, random: Random): DataOrder {
  if (h.context === 'sequence')
    return new Sequences(ids, h, training, h.stateReset > 0 ? { share: h.stateReset, random } : undefined);
  return h.order === 'article'
    ? new ArticleWindows(ids, h, random, training)
    : new ShuffledWindows(ids, h, random, training);
}
