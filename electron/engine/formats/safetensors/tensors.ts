import { weightBlocks, type WeightShape } from '../keras-weights.ts';

/** A tensor as PyTorch names and lays it out, and what it is made of. */
export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** a weight as Keras names it; none is all zeros: PyTorch has two biases where one is enough */
  readonly source?: string;
  readonly transposed: boolean;
}

/**
 * Every tensor of a model as torch.nn.Embedding, LSTM and Linear hold it. PyTorch's gates stand in our order, i f g o, but
 * its matrices are the transposes of ours. Tied weights are there once.
 */
export function torchTensors(config: WeightShape): Tensor[] {
  const tensors: Tensor[] = [];
  for (const { name, shape } of weightBlocks(config).flatMap((block) => block.weights)) {
    const [owner, part] = name.split('/');
    const turned = { shape: [...shape].reverse(), source: name, transposed: true };
    const straight = { shape, source: name, transposed: false };
    if (owner === 'embedding') tensors.push({ name: 'embedding.weight', ...straight });
    else if (owner === 'output' && part === 'bias') tensors.push({ name: 'output.bias', ...straight });
    else if (owner === 'output') {
      if (!config.tieWeights) tensors.push({ name: 'output.weight', ...turned });
    } else {
      const layer = owner.slice('lstm_'.length);
      if (part === 'kernel') tensors.push({ name: `lstm.weight_ih_l${layer}`, ...turned });
      else if (part === 'recurrent_kernel') tensors.push({ name: `lstm.weight_hh_l${layer}`, ...turned });
      else {
        tensors.push({ name: `lstm.bias_ih_l${layer}`, ...straight });
        tensors.push({ name: `lstm.bias_hh_l${layer}`, shape, transposed: false });
      }
    }
  }
  return tensors;
}

const FLOAT_BYTES = 4;
/** The header's length is a multiple of this, so that what follows is aligned. */
const ALIGNMENT = 8;

/** Where each tensor of a safetensors file lies, in bytes from its beginning, and the header that says so. */
export function safetensorsLayout(tensors: readonly Tensor[], metadata: Readonly<Record<string, string>>) {
  let end = 0;
  const spans = tensors.map(({ shape }) => {
    const from = end;
    end += FLOAT_BYTES * shape.reduce((product, length) => product * length, 1);
    return [from, end] as const;
  });
  const entries = tensors.map(({ name, shape }, at) => [name, { dtype: 'F32', shape, data_offsets: spans[at] }]);
  const json = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) });
  const length = Math.ceil(Buffer.byteLength(json) / ALIGNMENT) * ALIGNMENT;
  const header = Buffer.alloc(8 + length, ' ');
  header.writeBigUInt64LE(BigInt(length));
  header.write(json, 8);
  return { header, begins: spans.map(([from]) => header.length + from), bytes: header.length + end };
}
