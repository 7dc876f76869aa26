import { movesWhole } from '../../contract/network-size.ts';
import type { LstmVariables, Variable } from '../kernels/arithmetic.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Random } from '../random.ts';
import * as start from './initializers.ts';
import { inputWidth, type ModelConfig } from './model-config.ts';
import { StackedParameter } from './parameter.ts';

/** The variables of a language model. */
export interface Network {
  readonly embedding: Variable | null;
  readonly lstm: readonly LstmVariables[];
  /** null: the embedding serves as the output's weights too */
  readonly output: Variable | null;
  /** whether the output's weights stand a row a symbol, [classes, units] */
  readonly bySymbol: boolean;
  readonly outputBias: Variable;
}

/** Ten times Keras' 0.05: the sample fable passes 96 % accuracy in half the steps (measured over three seeds). */
const EMBEDDING_LIMIT = 0.5;

function createLstm(
  config: ModelConfig,
  kernels: Pick<Kernels, 'createVariable'>,
  random: Random | null,
  layer: number,
): LstmVariables {
  const { units } = config;
  const width = 4 * units;
  const oneHot = layer === 0 && config.input === 'one-hot';
  const inputs = layer === 0 ? inputWidth(config) : units;
  const gates = (shape: number[], values: Float32Array | number, byRows = false): Variable =>
    kernels.createVariable({ shape, gates: true, byRows, values });
  const lstm = (input: Float32Array | number, recurrent: Float32Array | number, bias: Float32Array | number) => ({
    input: gates([inputs, width], input, oneHot && !movesWhole([inputs, width])),
    recurrent: gates([units, width], recurrent),
    bias: gates([width], bias),
    hardGates: config.gates === 'hard-sigmoid',
  });
  if (!random) return lstm(0, 0, 0);
  // the article's BasicLSTMCell draws its one matrix [inputs + units, 4 * units] as a whole
  const whole = config.outputInitializer === 'normal' ? start.glorotLimit(inputs + units, width) : null;
  const limit = whole ?? start.glorotLimit(inputs, width);
  const recurrent = whole ? start.uniform(random, units * width, whole) : start.orthogonalGates(random, units);
  return lstm(start.uniform(random, inputs * width, limit), recurrent, start.forgetBias(units));
}

/**
 * Variables with their seeded start: embedding uniform in ±0.5, input weights Glorot uniform, recurrent weights
 * orthogonal, forget bias 1, output Glorot uniform with zero bias. With `outputInitializer: normal`, the article's:
 * LSTM weights Glorot uniform as one matrix, output weights and bias from N(0, 1). The same seed gives the same numbers
 * in both makes of the kernels. Without chance all is zero, for weights that are assigned next.
 */
export function createNetwork(
  config: ModelConfig,
  kernels: Pick<Kernels, 'createVariable'>,
  random: Random | null,
): Network {
  const { vocabularySize, units, embeddingSize } = config;
  const plain = (shape: number[], values: Float32Array | number, byRows = false): Variable =>
    kernels.createVariable({ shape, gates: false, byRows, values });
  const asInArticle = config.outputInitializer === 'normal';
  const rows = vocabularySize * embeddingSize;
  const table = [vocabularySize, embeddingSize];
  const sampled = config.outputByRows ?? false;
  const byRows = (sampled || !config.tieWeights) && !movesWhole(table);
  const embedding =
    config.input === 'embedding'
      ? plain(table, random ? start.uniform(random.fork(1), rows, EMBEDDING_LIMIT) : 0, byRows)
      : null;
  const lstm = Array.from({ length: config.layers }, (_, layer) =>
    createLstm(config, kernels, random && random.fork(16 + layer), layer),
  );
  const size = units * vocabularySize;
  const outputStart = (from: Random): Float32Array =>
    asInArticle ? start.normal(from, size) : start.uniform(from, size, start.glorotLimit(units, vocabularySize));
  const outputShape = sampled ? [vocabularySize, units] : [units, vocabularySize];
  const output = config.tieWeights
    ? null
    : plain(outputShape, random ? outputStart(random.fork(2)) : 0, sampled && !movesWhole(outputShape));
  const bias = random && asInArticle ? start.normal(random.fork(3), vocabularySize) : 0;
  const bySymbol = sampled || config.tieWeights;
  return { embedding, lstm, output, bySymbol, outputBias: plain([vocabularySize], bias) };
}

/** Every variable under its public name; an LSTM's two matrices are one, [inputs + units, 4 * units]. */
export function networkParameters(network: Network): StackedParameter[] {
  const lstm = network.lstm.flatMap((layer, k) => [
    new StackedParameter(`lstm_${k}/weights`, [layer.input, layer.recurrent]),
    new StackedParameter(`lstm_${k}/bias`, [layer.bias]),
  ]);
  return [
    ...(network.embedding ? [new StackedParameter('embedding', [network.embedding])] : []),
    ...lstm,
    ...(network.output ? [new StackedParameter('output/weights', [network.output], network.bySymbol)] : []),
    new StackedParameter('output/bias', [network.outputBias]),
  ];
}
