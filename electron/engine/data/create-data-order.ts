import { AesopError } from '../../contract/errors.ts';
import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Random } from '../random.ts';
import { ArticleWindows } from './article-windows.ts';
import type { DataOrder } from './data-order.ts';
import { Sequences } from './sequences.ts';
import { ShuffledWindows } from './shuffled-windows.ts';
import { splitText, type Ids } from './split.ts';

/** The fewest symbols that a text needs, so that one batch can be cut from its training part. */
export function symbolsNeeded(h: Hyperparameters): number {
  if (h.context === 'sequence') return h.batchSize * h.sequenceLength + 1;
  return h.order === 'article' ? 2 * (h.windowLength + 1) : h.windowLength + 1;
}

/**
 * Training and validation part of a text, checked for length: the training part must give a whole batch, the validation
 * part at least one prediction.
 *
 * @throws AesopError `text-too-short`, naming the symbols of the whole text that these settings need
 */
export function partsForTraining(ids: Ids, h: Hyperparameters): { training: Ids; validation: Ids } {
  const { training, validation } = splitText(ids, h.validationFraction);
  const needed = symbolsNeeded(h);
  const neededToValidate = h.validationFraction === 0 ? 0 : h.context === 'window' ? h.windowLength + 1 : 2;
  if (training.length < needed || validation.length < neededToValidate) {
    const whole = Math.max(
      needed / (1 - h.validationFraction),
      neededToValidate === 0 ? 0 : neededToValidate / h.validationFraction,
    );
    throw new AesopError('text-too-short', { symbols: ids.length, needed: Math.ceil(whole) });
  }
  return { training, validation };
}

/** The data order that the hyperparameters ask for, over the training part of a text. */
export function createDataOrder(training: Ids, h: Hyperparameters, random: Random): DataOrder {
  if (h.context === 'sequence') return new Sequences(training, h);
  return h.order === 'article' ? new ArticleWindows(training, h, random) : new ShuffledWindows(training, h, random);
}
