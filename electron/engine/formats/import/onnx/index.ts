import { message } from '../../../../contract/message.ts';
import { LONGEST } from '../../../../contract/limits.ts';
import { sizeOf, weightBlocks } from '../../keras-weights.ts';
import { inputWidth } from '../../../model/model-config.ts';
import { GATES } from '../../onnx/graph.ts';
import { checkedNetwork } from '../checked-network.ts';
import { damaged, Fault, alien } from '../faults.ts';
import type { ForeignFile, ForeignFormat, ForeignModel, ForeignNetwork, ForeignSource } from '../foreign-model.ts';
import { readFloats } from '../read-foreign.ts';
import { filesWhere } from '../sources.ts';
import { Fields } from './fields.ts';
import { readOnnx, type Initializer, type OnnxFile } from './read-graph.ts';

const PRODUCER = 'Aesop';
const FLOAT = 1;
/** Every operator that a graph of ours has, and what an LSTM of ours says of itself. */
const OPERATORS = ['Transpose', 'Gather', 'OneHot', 'Cast', 'Unsqueeze', 'LSTM', 'Squeeze', 'MatMul', 'Add', 'Softmax'];
const LSTM_ATTRIBUTES = ['hidden_size'];
/** What it says beside that where its gates are hard, which the file's own words say too. */
const HARD_ATTRIBUTES = ['activations', 'activation_alpha', 'activation_beta'];
const HARD = 'hard-sigmoid';
const EMBEDDING = 'embedding/embeddings';
const OUTPUT = 'output/kernel';

/** ModelProto begins with its version, a small number, and who wrote it or the graph. */
async function looksRight(file: ForeignFile): Promise<boolean> {
  if (file.bytes < 16) return false;
  const head = await file.read(0, 3);
  return head[0] === 0x08 && head[1] < 0x80 && [0x12, 0x1a, 0x22, 0x3a, 0x42].includes(head[2]);
}

async function isOnnx(file: ForeignFile): Promise<boolean> {
  try {
    return (await looksRight(file)) && (await readOnnx(new Fields(file))).nodes.length > 0;
  } catch (thrown) {
    // torn behind a beginning that is right: it is opened, to say so
    if (thrown instanceof Fault || thrown instanceof RangeError) return true;
    throw thrown;
  }
}

/** @throws Fault where the graph has what none of ours has */
function checkOperators({ nodes, producer, metadata }: OnnxFile): void {
  if (producer !== PRODUCER) throw alien(message('phrases.foreign-not-ours', { format: 'ONNX' }));
  const known = metadata.get('gates') === HARD ? [...LSTM_ATTRIBUTES, ...HARD_ATTRIBUTES] : LSTM_ATTRIBUTES;
  const other = nodes.find(
    ({ op, attributes }) =>
      !OPERATORS.includes(op) || (op === 'LSTM' && attributes.some((name) => !known.includes(name))),
  );
  if (other) throw alien(message('phrases.foreign-operators', { found: `${other.op} ${other.attributes.join(' ')}` }));
}

/** The network that the tensors are of. */
function networkOf({ nodes, metadata, initializers }: OnnxFile): ForeignNetwork {
  const shapeOf = (name: string) => initializers.get(name)?.shape ?? [];
  const [units = 0, vocabularySize = 0] = shapeOf(OUTPUT);
  const input = initializers.has(EMBEDDING) ? 'embedding' : initializers.has('depth') ? 'one-hot' : 'ordinal';
  return checkedNetwork({
    ...{ vocabularySize, input, units },
    embeddingSize: shapeOf(EMBEDDING)[1] ?? 1,
    layers: nodes.filter(({ op }) => op === 'LSTM').length,
    tieWeights: false,
    gates: metadata.get('gates') === HARD ? HARD : 'sigmoid',
    context: metadata.get('context') === 'window' ? 'window' : 'sequence',
    windowLength: Number(metadata.get('window')),
  });
}

/** The tensors of a network in their shapes. */
function tensorsOf(network: ForeignNetwork): Map<string, readonly number[]> {
  const { units } = network;
  const shapes = new Map<string, readonly number[]>();
  for (const { name, shape } of weightBlocks(network).flatMap((block) => block.weights))
    if (!name.startsWith('lstm')) shapes.set(name, shape);
  for (let layer = 0; layer < network.layers; layer++) {
    shapes.set(`lstm_${layer}/W`, [1, 4 * units, layer === 0 ? inputWidth(network) : units]);
    shapes.set(`lstm_${layer}/R`, [1, 4 * units, units]);
    shapes.set(`lstm_${layer}/B`, [1, 8 * units]);
  }
  return shapes;
}

function checkTensor(name: string, shape: readonly number[], found: Initializer | undefined): void {
  if (!found) throw alien(message('phrases.tensor-lacking', { name }));
  const [stands, expected] = [`[${found.shape.join(', ')}]`, `[${shape.join(', ')}]`];
  if (stands !== expected) throw alien(message('phrases.tensor-shape', { name, shape: stands, expected }));
  if (found.type !== FLOAT) throw alien(message('phrases.tensor-type', { name, type: String(found.type) }));
  const bytes = found.data.end - found.data.start;
  if (bytes !== 4 * sizeOf({ shape }))
    throw damaged(message('phrases.numbers-miscounted', { bytes, expected: 4 * sizeOf({ shape }) }));
}

/** A matrix [4 * units, inputs] with ONNX's gates as our [inputs, 4 * units]. */
function kernelOf(values: Float32Array, units: number): Float32Array {
  const width = 4 * units;
  const inputs = values.length / width;
  const kernel = new Float32Array(values.length);
  GATES.forEach((gate, at) => {
    for (let unit = 0; unit < units; unit++)
      for (let row = 0; row < inputs; row++)
        kernel[row * width + gate * units + unit] = values[(at * units + unit) * inputs + row];
  });
  return kernel;
}

/** ONNX's two biases as our one. */
function biasOf(values: Float32Array, units: number): Float32Array {
  const bias = new Float32Array(4 * units);
  GATES.forEach((gate, at) => {
    for (let unit = 0; unit < units; unit++)
      bias[gate * units + unit] = values[at * units + unit] + values[(4 + at) * units + unit];
  });
  return bias;
}

async function open(source: ForeignSource, file: string): Promise<ForeignModel> {
  const bytes = await source.open(file);
  const read = await readOnnx(new Fields(bytes));
  checkOperators(read);
  const network = networkOf(read);
  const shapes = tensorsOf(network);
  for (const [name, shape] of shapes) checkTensor(name, shape, read.initializers.get(name));
  const numbers = (name: string) =>
    readFloats(bytes, read.initializers.get(name)!.data.start, sizeOf({ shape: shapes.get(name)! }));
  return {
    network,
    name: read.name.trim().slice(0, LONGEST.name) || undefined,
    async weight(weight) {
      const [owner, part] = weight.split('/');
      if (!owner.startsWith('lstm')) return numbers(weight);
      if (part === 'bias') return biasOf(await numbers(`${owner}/B`), network.units);
      return kernelOf(await numbers(`${owner}/${part === 'kernel' ? 'W' : 'R'}`), network.units);
    },
  };
}

/** A graph of ONNX that we wrote. */
export const onnx: ForeignFormat = {
  find: (source) => filesWhere(source, isOnnx),
  open,
};
