import { writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelFormat } from '../format.ts';
import type { LeavingModel } from '../leaving-model.ts';
import { bytesOf } from '../weights-file.ts';
import { writeBesideVocabulary } from '../write-beside-vocabulary.ts';
import MODEL from './model.py?raw';
import { safetensorsLayout, torchTensors } from './tensors.ts';

const FLOAT_BYTES = 4;

/** What model.py builds the network by. */
function configOf({ card, config }: LeavingModel): Record<string, unknown> {
  const { vocabularySize, input, embeddingSize, layers, units, tieWeights, context, windowLength } = config;
  return {
    ...{ name: card.name, prompt: card.prompt, vocabularySize, input, embeddingSize, layers, units },
    ...{ tieWeights, context, windowLength, gates: 'ifgo' },
  };
}

async function writeAt(file: FileHandle, values: Float32Array, position: number): Promise<number> {
  const bytes = bytesOf(values);
  await file.write(bytes, 0, bytes.length, position);
  return position + bytes.length;
}

async function writeTensors(file: FileHandle, model: LeavingModel): Promise<void> {
  const tensors = torchTensors(model.config);
  const { header, begins, bytes } = safetensorsLayout(tensors, { format: 'pt' });
  // what nobody writes stays zero
  await file.truncate(bytes);
  await file.write(header, 0, header.length, 0);
  const straight = new Map(tensors.flatMap(({ source, transposed }, at) => (transposed ? [] : [[source, begins[at]]])));
  for await (const { weight, from, values } of model.weights()) {
    const begin = straight.get(weight.name);
    if (begin !== undefined) await writeAt(file, values, begin + from * FLOAT_BYTES);
  }
  for (const [at, { source, transposed }] of tensors.entries()) {
    if (!transposed || source === undefined) continue;
    let position = begins[at];
    for await (const values of model.transposed(source)) position = await writeAt(file, values, position);
  }
}

/** Weights in a safetensors file by PyTorch's names, with what builds the network of them. */
export const safetensors: ModelFormat = {
  usage: {
    files: {
      'model.safetensors': 'weights-torch',
      'config.json': 'config',
      'model.py': 'program',
      'vocabulary.json': 'vocabulary',
    },
    language: 'python',
    packages: 'pip install torch safetensors',
    example: ({ card }) => `from model import tell
print(tell(${JSON.stringify(card.prompt)}, 20))`,
  },
  async write(model, folder) {
    await writeFile(join(folder, 'config.json'), `${JSON.stringify(configOf(model), null, 2)}\n`, { flag: 'wx' });
    await writeFile(join(folder, 'model.py'), MODEL, { flag: 'wx' });
    await writeBesideVocabulary(model, folder, 'model.safetensors', (file) => writeTensors(file, model));
  },
};
