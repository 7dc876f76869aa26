import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import { softmaxSize } from '../../contract/sampled-softmax.ts';

/** What fixes the shape and the start of a network. */
export interface ModelConfig {
  readonly vocabularySize: number;
  readonly input: 'embedding' | 'one-hot' | 'ordinal';
  /** Width of the embedding; unused by the other inputs. */
  readonly embeddingSize: number;
  readonly layers: number;
  readonly units: number;
  /** Share of signals silenced between the layers while learning. */
  readonly dropout: number;
  /** The output's weights are the embedding itself. */
  readonly tieWeights: boolean;
  /** What squashes the gates i, f and o. */
  readonly gates: 'sigmoid' | 'hard-sigmoid';
  /** `normal` starts the whole network as the article's does: see initializers.ts. */
  readonly outputInitializer: 'glorot' | 'normal';
  /** `window`: loss on the last output alone, from a zero state. `sequence`: on every output, the state carried on. */
  readonly context: 'window' | 'sequence';
  readonly windowLength: number;
  /** The output's weights are learnt by rows, a row a symbol: sampled softmax. */
  readonly outputByRows?: boolean;
}

/** The network that a set of hyperparameters asks for. */
export function modelConfig(h: Hyperparameters, vocabularySize: number): ModelConfig {
  const { input, embeddingSize, layers, units, dropout, tieWeights, gates, outputInitializer, context, windowLength } =
    h;
  return {
    vocabularySize,
    input,
    embeddingSize,
    layers,
    units,
    dropout,
    tieWeights,
    gates,
    outputInitializer,
    context,
    windowLength,
    outputByRows: softmaxSize(h, vocabularySize) < vocabularySize,
  };
}

/** The same of a network that is only read: its output's weights lie as in every file. */
export const readConfig = (h: Hyperparameters, vocabularySize: number): ModelConfig => ({
  ...modelConfig(h, vocabularySize),
  outputByRows: false,
});

/** Width of what enters the first layer. */
export function inputWidth(config: Pick<ModelConfig, 'input' | 'embeddingSize' | 'vocabularySize'>): number {
  if (config.input === 'embedding') return config.embeddingSize;
  return config.input === 'one-hot' ? config.vocabularySize : 1;
}
