import { inputWidth, type ModelConfig } from '../../model/model-config.ts';

/** A layer as Keras 3 describes it; older versions pass over what they do not know. */
interface Layer {
  readonly module: string;
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly registered_name: null;
  readonly build_config?: { readonly input_shape: readonly (number | null)[] };
}

type Shape = readonly (number | null)[];

const layer = (class_name: string, config: Readonly<Record<string, unknown>>, input?: Shape): Layer => ({
  module: 'keras.layers',
  class_name,
  config: { ...config, dtype: config.dtype ?? 'float32' },
  registered_name: null,
  ...(input && { build_config: { input_shape: input } }),
});

/** @param shapeOf how this Keras calls the shape of what comes in */
function layers(config: ModelConfig, shapeOf: 'batch_shape' | 'batch_input_shape'): Layer[] {
  const { vocabularySize, embeddingSize, input, units, context, windowLength, dropout, gates } = config;
  const time = context === 'window' ? windowLength : null;
  const embedded = input === 'embedding';
  const entered: Shape = embedded ? [null, time] : [null, time, inputWidth(config)];
  const lstm = Array.from({ length: config.layers }, (_, k) => {
    const sequences = context === 'sequence' || k < config.layers - 1;
    return layer(
      'LSTM',
      {
        ...{ name: `lstm_${k}`, units, activation: 'tanh', use_bias: true },
        recurrent_activation: gates === 'sigmoid' ? 'sigmoid' : 'hard_sigmoid',
        // as it was learnt with; it rests when the model predicts
        ...{ unit_forget_bias: true, dropout: k > 0 || embedded ? dropout : 0, return_sequences: sequences },
      },
      [null, time, k === 0 ? inputWidth(config) : units],
    );
  });
  const left: Shape = context === 'sequence' ? [null, null, units] : [null, units];
  return [
    layer('InputLayer', { [shapeOf]: entered, dtype: embedded ? 'int32' : 'float32', name: 'symbols' }),
    ...(embedded
      ? [layer('Embedding', { name: 'embedding', input_dim: vocabularySize, output_dim: embeddingSize }, entered)]
      : []),
    ...lstm,
    layer('Dense', { name: 'output', units: vocabularySize, activation: 'softmax', use_bias: true }, left),
  ];
}

/**
 * A model as Keras describes it: Embedding (where there is one) → LSTM… → Dense softmax.
 */
export const sequential = (
  config: ModelConfig,
  shapeOf: 'batch_shape' | 'batch_input_shape' = 'batch_shape',
): Readonly<Record<string, unknown>> => ({
  module: 'keras',
  class_name: 'Sequential',
  config: { name: 'aesop', trainable: true, dtype: 'float32', layers: layers(config, shapeOf) },
  registered_name: null,
});
