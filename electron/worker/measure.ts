import type { Hyperparameters } from '../contract/hyperparameters.ts';
import { everyPrediction, type Ids } from '../engine/data/index.ts';
import { disposeState, type LanguageModel, type ModelState } from '../engine/model/index.ts';
import { setImmediate } from 'node:timers/promises';

export interface Measured {
  predictions: number;
  loss: number;
  accuracy: number;
  perplexity: number;
}

export async function measure(
  model: LanguageModel,
  ids: Ids,
  h: Hyperparameters,
  signal: AbortSignal,
): Promise<Measured> {
  let [lossSum, correct, predictions] = [0, 0, 0];
  let state: ModelState | null = null;
  for (const batch of everyPrediction(ids, h)) {
    signal.throwIfAborted();
    const before: ModelState | null = batch.fresh ? null : state;
    const measured = model.evaluate(batch, before);
    disposeState(state);
    state = measured.state;
    lossSum += measured.lossSum;
    correct += measured.correct;
    predictions += measured.count;
    await setImmediate();
  }
  disposeState(state);
  const loss = lossSum / predictions;
  return { predictions, loss, accuracy: correct / predictions, perplexity: Math.exp(loss) };
}
