import type { Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import { everyPrediction } from '../../../electron/engine/data/index.ts';
import type { LoadedModel } from '../../../electron/engine/formats/index.ts';
import { Storyteller } from '../../../electron/engine/generation/storyteller.ts';
import { InferenceNetwork } from '../../../electron/engine/inference/network.ts';
import type { Kernels } from '../../../electron/engine/kernels/index.ts';
import { disposeState, Optimizer, type ModelState } from '../../../electron/engine/model/index.ts';
import { FABLE, smallModel } from '../formats/small-model.ts';

const ADAM = { kind: 'adam', momentum: 0, weightDecay: 0, clipNorm: 5 } as const;

/** A small model that knows a text by heart. */
export function taughtModel(
  kernels: Kernels,
  settings: Partial<Hyperparameters> = {},
  { text = FABLE, passes = 120 } = {},
): LoadedModel {
  const small = smallModel(kernels, { units: 48, embeddingSize: 24, ...settings }, text);
  const { model, vocabulary, tokenizer, card } = small;
  const symbols = tokenizer.encode(text);
  const ids = Uint16Array.from(symbols, (symbol) => vocabulary.id(symbol) ?? vocabulary.unknownId!);
  const optimizer = Optimizer.create(ADAM, model);
  for (let pass = 0; pass < passes; pass++) {
    let state: ModelState | null = null;
    for (const batch of everyPrediction(ids, card.hyperparameters))
      state = model.trainStep(batch, batch.fresh ? null : state, optimizer, 0.01, 0);
    disposeState(state);
  }
  optimizer.dispose();
  model.takeMetrics();
  return small;
}

/** A storyteller with a copy of the model's weights. */
export function tellerOf({ model, vocabulary, tokenizer }: LoadedModel): Storyteller {
  return new Storyteller({ network: InferenceNetwork.of(model), vocabulary, tokenizer });
}
