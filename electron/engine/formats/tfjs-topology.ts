import type { ModelConfig } from '../model/index.ts';
import { weightBlocks } from './keras-weights.ts';

interface Layer {
  class_name: string;
  config: Record<string, unknown>;
}

/** Where the loader puts the real weights at once: drawing others first (tfjs takes seconds to) would be for nothing. */
const ZEROS = { class_name: 'Zeros', config: {} };

function embeddingLayer({ vocabularySize, embeddingSize }: ModelConfig): Layer {
  const config = { input_dim: vocabularySize, output_dim: embeddingSize, mask_zero: false };
  return { class_name: 'Embedding', config: { name: 'embedding', ...config, embeddings_initializer: ZEROS } };
}

function lstmLayer({ input, units, layers, context, gates, dropout }: ModelConfig, layer: number): Layer {
  const last = layer === layers - 1;
  const config = {
    name: `lstm_${layer}`,
    units,
    activation: 'tanh',
    recurrent_activation: gates === 'sigmoid' ? 'sigmoid' : 'hard_sigmoid',
    use_bias: true,
    unit_forget_bias: true,
    kernel_initializer: ZEROS,
    recurrent_initializer: ZEROS,
    bias_initializer: ZEROS,
    // as it was learnt with; it rests when the model predicts
    dropout: layer > 0 || input === 'embedding' ? dropout : 0,
    recurrent_dropout: 0,
    return_sequences: context === 'sequence' || !last,
    return_state: false,
    stateful: false,
  };
  return { class_name: 'LSTM', config };
}

function outputLayer({ vocabularySize }: ModelConfig): Layer {
  const config = { units: vocabularySize, activation: 'softmax', use_bias: true };
  return {
    class_name: 'Dense',
    config: { name: 'output', ...config, kernel_initializer: ZEROS, bias_initializer: ZEROS },
  };
}

/**
 * Shape of what the first layer takes, `null` where any length will do: ids [batch, time] for an embedding, ones among
 * zeros [batch, time, vocabulary] for one-hot, bare ids as floats [batch, time, 1] for ordinal input. A window model
 * takes its window, a sequence model any number of symbols.
 */
function inputShape({ input, vocabularySize, context, windowLength }: ModelConfig): (number | null)[] {
  const time = context === 'window' ? windowLength : null;
  if (input === 'embedding') return [null, time];
  return [null, time, input === 'one-hot' ? vocabularySize : 1];
}

/** Every weight with its shape, in the order of weights.bin. */
export function weightEntries(config: ModelConfig) {
  const weights = weightBlocks(config).flatMap((block) => block.weights);
  return weights.map(({ name, shape }) => ({ name, shape: [...shape], dtype: 'float32' as const }));
}

/**
 * model.json of a plain tf.LayersModel: Embedding (where there is one) → LSTM… → Dense softmax. A window model gives
 * the probabilities [batch, vocabulary] of the symbol after its window, a sequence model [batch, time, vocabulary] of
 * the symbol after each.
 *
 * @param version of Aesop
 */
export function layersModelJson(config: ModelConfig, version: string): Record<string, unknown> {
  const layers = Array.from({ length: config.layers }, (_, layer) => lstmLayer(config, layer));
  if (config.input === 'embedding') layers.unshift(embeddingLayer(config));
  layers.push(outputLayer(config));
  layers[0].config = { ...layers[0].config, batch_input_shape: inputShape(config), dtype: 'float32' };
  return {
    format: 'layers-model',
    generatedBy: `Aesop ${version}`,
    convertedBy: null,
    modelTopology: {
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
      model_config: { class_name: 'Sequential', config: { name: 'aesop', layers } },
    },
    weightsManifest: [
      {
        paths: ['weights.bin'],
        weights: weightEntries(config),
      },
    ],
  };
}
