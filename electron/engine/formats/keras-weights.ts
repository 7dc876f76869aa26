import { inputWidth, type ModelConfig } from '../model/model-config.ts';

/** One weight as Keras and tfjs name it. */
export interface KerasWeight {
  readonly name: string;
  readonly shape: readonly number[];
}

/**
 * One of our parameters and the Keras weights it is, one after the other: both keep values row by row and gates in the
 * order i, f, c, o, so that the rows of an LSTM's one matrix are its kernel followed by its recurrent kernel.
 */
export interface WeightBlock {
  /** name of the parameter */
  readonly parameter: string;
  /** the block is the parameter's transpose: tied weights, which a plain model must hold twice */
  readonly transposed: boolean;
  readonly weights: readonly KerasWeight[];
}

/** What decides which weights a network has. */
export type WeightShape = Pick<
  ModelConfig,
  'vocabularySize' | 'input' | 'embeddingSize' | 'layers' | 'units' | 'tieWeights'
>;

/** All weights of a model in the order of its layers, which is their order in weights.bin. */
export function weightBlocks(config: WeightShape): WeightBlock[] {
  const { vocabularySize, embeddingSize, units, tieWeights } = config;
  const block = (parameter: string, ...weights: KerasWeight[]): WeightBlock => ({
    parameter,
    transposed: false,
    weights,
  });
  const lstm = Array.from({ length: config.layers }, (_, layer) => {
    const inputs = layer === 0 ? inputWidth(config) : units;
    return [
      block(
        `lstm_${layer}/weights`,
        { name: `lstm_${layer}/kernel`, shape: [inputs, 4 * units] },
        { name: `lstm_${layer}/recurrent_kernel`, shape: [units, 4 * units] },
      ),
      block(`lstm_${layer}/bias`, { name: `lstm_${layer}/bias`, shape: [4 * units] }),
    ];
  });
  const embedding = { name: 'embedding/embeddings', shape: [vocabularySize, embeddingSize] };
  const output = { name: 'output/kernel', shape: [units, vocabularySize] };
  return [
    ...(config.input === 'embedding' ? [block('embedding', embedding)] : []),
    ...lstm.flat(),
    tieWeights ? { ...block('embedding', output), transposed: true } : block('output/weights', output),
    block('output/bias', { name: 'output/bias', shape: [vocabularySize] }),
  ];
}

/** Numbers in a weight. */
export const sizeOf = ({ shape }: Pick<KerasWeight, 'shape'>): number =>
  shape.reduce((product, length) => product * length, 1);

/** Numbers in a block. */
export const blockSize = ({ weights }: WeightBlock): number => weights.reduce((sum, weight) => sum + sizeOf(weight), 0);
