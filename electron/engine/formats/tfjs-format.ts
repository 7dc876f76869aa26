import { copyOut } from './copy-out.ts';
import { exampleIds, separatorOf } from './examples.ts';
import type { LeavingModel } from './leaving-model.ts';
import type { ModelFormat } from './format.ts';
import { bytesOf } from './weights-file.ts';
import { writeBesideVocabulary } from './write-beside-vocabulary.ts';

/** A tensor of the ids, as the first layer takes it. */
function input({ config }: LeavingModel): string {
  if (config.input === 'embedding') return 'tf.tensor2d([seen])';
  if (config.input === 'one-hot') return `tf.oneHot(tf.tensor2d([seen], undefined, 'int32'), ${config.vocabularySize})`;
  return 'tf.tensor3d([seen.map((id) => [id])])';
}

function example(model: LeavingModel): string {
  const { config, vocabulary } = model;
  const seen = config.context === 'window' ? `ids.slice(-${config.windowLength})` : 'ids';
  return `import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
const { modelTopology, weightsManifest } = JSON.parse(readFileSync('model.json', 'utf8'));
const { symbols } = JSON.parse(readFileSync('vocabulary.json', 'utf8'));
const weights = { weightSpecs: weightsManifest[0].weights, weightData: new Uint8Array(readFileSync('weights.bin')).buffer };
const model = await tf.loadLayersModel(tf.io.fromMemory({ modelTopology, ...weights }));
const ids = ${JSON.stringify(exampleIds(model))};
for (let told = 0; told < 20; told++) {
  const seen = ${seen};
  const probabilities = model.predict(${input(model)}).dataSync().slice(-${vocabulary.size}${vocabulary.unknownId === undefined ? '' : ', -1'});
  ids.push(probabilities.indexOf(Math.max(...probabilities)));
}
console.log(ids.map((id) => symbols[id]).join(${JSON.stringify(separatorOf(model))}));`;
}

/** A LayersModel of TensorFlow.js, with our card and vocabulary beside it: the folder of a model as we keep it. */
export const tfjs: ModelFormat = {
  usage: {
    files: {
      'model.json': 'topology',
      'weights.bin': 'weights',
      'vocabulary.json': 'vocabulary',
      'card.json': 'card',
    },
    language: 'js',
    packages: 'npm install @tensorflow/tfjs',
    example,
  },
  async write(model, folder) {
    for (const file of ['card.json', 'model.json']) await copyOut(model, file, folder);
    await writeBesideVocabulary(model, folder, 'weights.bin', async (file) => {
      for await (const { values } of model.weights()) await file.writeFile(bytesOf(values));
    });
  },
};
