import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import { everyPrediction, type Ids, type Stretch } from '../data/index.ts';
import { disposeState, forgetLanes, type LanguageModel, type ModelState } from '../model/index.ts';
import type { Breath } from './breath.ts';
import { PredictedText } from '../text/vocabulary/predicted-text.ts';
import { symbolAt, type NumberedText } from '../text/vocabulary/unknown-symbols.ts';
import type { Means } from './report.ts';

/** Predictions that one validation measures at most: more would cost a long run much and tell it little. */
const MOST_PREDICTIONS = 20_000;

/**
 * Mean cross-entropy (nats) and accuracy on what of a text is kept aside; of much, on the first 20,000 predictions, taken
 * from each stretch by its share.
 */
export async function validate(
  model: LanguageModel,
  ids: Ids,
  aside: readonly Stretch[],
  h: Hyperparameters,
  breath: Breath,
): Promise<Means> {
  let lossSum = 0;
  let correct = 0;
  let count = 0;
  let state: ModelState | null = null;
  for (const batch of everyPrediction(ids, h, MOST_PREDICTIONS, aside)) {
    if (state && batch.anew) state = forgetLanes(model.kernels, state, batch.anew);
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

/** Those symbols of what is kept aside of a text that `validate` predicts: its lanes may predict one twice. */
export function validatedText(text: NumberedText, aside: readonly Stretch[], h: Hyperparameters): PredictedText {
  const predicted = new PredictedText(text.vocabulary, (place) => symbolAt(text, place));
  const [{ start: from }] = aside;
  const to = aside[aside.length - 1].end;
  const places = Uint32Array.from({ length: to - from }, (_, at) => from + at);
  const stretches = aside.map(({ start, end }) => ({ start: start - from, end: end - from }));
  for (const { targets } of everyPrediction(places, h, MOST_PREDICTIONS, stretches))
    for (const place of targets) predicted.add(place);
  return predicted;
}
