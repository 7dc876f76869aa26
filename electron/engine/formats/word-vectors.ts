import { AesopError } from '../../contract/errors.ts';
import { WordVectors } from '../vectors/word-vectors.ts';
import type { ModelVectors } from '../vectors/word-map.ts';
import { blockSize, weightBlocks } from './keras-weights.ts';
import { describeModel, openWeights } from './read-model.ts';
import { weightFault } from './weight-fault.ts';
import { readAt, readColumns } from './weights-at.ts';

/** Numbers held for one model: 512 MB. The rarest symbols of a model with more are left out. */
const MOST = 2 ** 27;
/**
 * What stands for the symbols of a model: the rows of its embedding or, for one-hot and ordinal input, the columns of its
 * output layer. Only these weights are read, without an engine; all else is checked as `verifyModel` does, the hash of
 * the weights excepted.
 *
 * @param most numbers to hold; of a larger model the most frequent symbols are taken
 * @throws AesopError `model-missing`, `model-file-missing`, `model-damaged`, `model-truncated`, `model-not-finite`,
 *   `model-overflows`, `model-newer`
 */
export async function readWordVectors(folder: string, most = MOST): Promise<ModelVectors> {
  const { files, vocabulary, config } = await describeModel(folder);
  const source = config.input === 'embedding' ? 'embedding' : 'output';
  const parameter = source === 'embedding' ? 'embedding' : 'output/weights';
  const blocks = weightBlocks(config);
  const at = blocks.findIndex((block) => block.parameter === parameter && !block.transposed);
  const from = blocks.slice(0, at).reduce((sum, block) => sum + blockSize(block), 0);
  const [rows, columns] = blocks[at].weights[0].shape;
  const width = source === 'embedding' ? columns : rows;
  const count = Math.min(vocabulary.size, Math.floor(most / width));
  const handle = await openWeights({ files, config });
  try {
    const values =
      source === 'output'
        ? await readColumns(handle, { from, rows, columns, first: 0, count })
        : new Float32Array(count * width);
    if (source === 'embedding') await readAt(handle, values, from);
    const fault = weightFault(values);
    if (fault) throw new AesopError(fault, { id: files.id, weight: parameter });
    return { vectors: new WordVectors(source, values, width), vocabulary };
  } finally {
    await handle.close();
  }
}
