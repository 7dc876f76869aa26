import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import { everyPrediction, type Ids } from '../data/index.ts';
import { disposeState, type LanguageModel, type ModelState } from '../model/index.ts';
import type { Breath } from './breath.ts';
import { PredictedText } from '../text/vocabulary/predicted-text.ts';
import { symbolAt, type NumberedText } from '../text/vocabulary/unknown-symbols.ts';
import type { Means } from './report.ts';

/** Predictions that one validation measures at most: more would cost a long run much and tell it little. */
const MOST_PREDICTIONS = 20_000;

/** Mean cross-entropy (nats) and accuracy on a text kept aside; of a long one, on its first 20,000 predictions. */
export async function validate(model: LanguageModel, ids: Ids, h: Hyperparameters, breath: Breath): Promise<Means> {
  let lossSum = 0;
  let correct = 0;
  let count = 0;
  let state: ModelState | null = null;
  for (const batch of everyPrediction(ids, h, MOST_PREDICTIONS)) {
    const before: ModelState | null = batch.fresh ? null : state;
    const measured = model.evaluate(batch, before);
    disposeState(state);
    state = measured.state;
    lossSum += measured.lossSum;
    correct += measured.correct;
    count += measured.count;
    await breath.take();
  }
  disposeState(state);
  return { loss: lossSum / count, accuracy: correct / count };
}

/**
 * Those symbols of the text kept aside that `validate` predicts: its lanes may predict one twice.
 * @param from where the text kept aside begins
 */
export function validatedText(text: NumberedText, from: number, h: Hyperparameters): PredictedText {
  const predicted = new PredictedText(text.vocabulary, (place) => symbolAt(text, place));
  const places = Uint32Array.from({ length: text.ids.length - from }, (_, at) => from + at);
  for (const { targets } of everyPrediction(places, h, MOST_PREDICTIONS))
    for (const place of targets) predicted.add(place);
  return predicted;
}
