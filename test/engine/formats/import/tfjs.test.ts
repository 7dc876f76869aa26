import * as tf from '@tensorflow/tfjs-core';
import {
  layers,
  model as functional,
  sequential,
  type LayersModel,
  type SymbolicTensor,
} from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { toHalf } from '../../../../electron/engine/formats/storyteller/float16.ts';
import { Random } from '../../../../electron/engine/random.ts';
import { worst } from '../../../programs/cases.ts';
import { tfjsBackend } from '../../kernels/portable-make.ts';
import { ownPredictions } from './predictions.ts';
import { openAs, sourceOf } from './sources.ts';

beforeAll(tfjsBackend);

const SIZE = 9;
const STEPS = 6;
const ROWS = [
  [3, 1, 8, 7, 2, 0],
  [1, 5, 5, 2, 6, 4],
];

/** lstm-text-generation of tfjs-examples: characters, one-hot, tfjs's own defaults. */
function textGenerator(sizes: readonly number[]): LayersModel {
  const model = sequential();
  sizes.forEach((units, k) =>
    model.add(
      layers.lstm({
        units,
        // the usual one takes what this build of tfjs has not; how the layer starts is no part of it
        recurrentInitializer: 'glorotUniform',
        returnSequences: k < sizes.length - 1,
        ...(k === 0 ? { inputShape: [STEPS, SIZE] } : {}),
      }),
    ),
  );
  model.add(layers.dense({ units: SIZE, activation: 'softmax' }));
  return randomly(model);
}

/** The same weights every time, biases too. */
function randomly(model: LayersModel): LayersModel {
  const random = new Random(4);
  model.setWeights(
    model.getWeights().map(({ shape, size }) =>
      tf.tensor(
        Float32Array.from({ length: size }, () => random.normal()),
        shape,
      ),
    ),
  );
  return model;
}

/** The files as a handler is given them, in shards of at most `most` bytes and groups of at most `together` weights. */
async function saved(model: LayersModel, most = Infinity, together = Infinity): Promise<Record<string, Buffer>> {
  let artifacts: tf.io.ModelArtifacts | undefined;
  await model.save({
    save: async (given) => {
      artifacts = given;
      return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(given) };
    },
  });
  const { weightData, weightSpecs, ...rest } = artifacts!;
  const data = Buffer.from(new tf.io.CompositeArrayBuffer(weightData).slice());
  const files: Record<string, Buffer> = {};
  const weightsManifest: tf.io.WeightsManifestConfig = [];
  let at = 0;
  for (let first = 0; first < weightSpecs!.length; first += together) {
    const weights = weightSpecs!.slice(first, first + together);
    const bytes = 4 * weights.reduce((sum, { shape }) => sum + tf.util.sizeFromShape(shape), 0);
    const paths: string[] = [];
    for (let from = at; from < at + bytes; from += most) {
      const path = `group${weightsManifest.length}-shard${paths.length + 1}.bin`;
      paths.push(path);
      files[path] = data.subarray(from, Math.min(at + bytes, from + most));
    }
    at += bytes;
    weightsManifest.push({ paths, weights });
  }
  return { 'model.json': Buffer.from(JSON.stringify({ ...rest, weightsManifest })), ...files };
}

type Json = { weightsManifest: { paths: string[]; weights: tf.io.WeightsManifestEntry[] }[] };
function changed(files: Record<string, Buffer>, change: (json: Json) => void): Record<string, Buffer> {
  const json = JSON.parse(files['model.json'].toString()) as Json;
  change(json);
  return { ...files, 'model.json': Buffer.from(JSON.stringify(json)) };
}

function predictions(model: LayersModel, rows: readonly (readonly number[])[]): number[][] {
  const input =
    model.inputs[0].shape.length === 3 ? tf.oneHot(rows as number[][], SIZE) : tf.tensor2d(rows as number[][]);
  return (model.predict(input) as tf.Tensor2D).arraySync();
}

const flat = async (model: LayersModel) => model.getWeights().flatMap((weight) => [...weight.dataSync()]);
const readAll = async (names: readonly string[], read: (name: string) => Promise<Float32Array>) =>
  (await Promise.all(names.map(read))).flatMap((values) => [...values]);
const NAMES = (count: number) => [
  ...Array.from({ length: count }, (_, k) =>
    ['kernel', 'recurrent_kernel', 'bias'].map((part) => `lstm_${k}/${part}`),
  ).flat(),
  ...['output/kernel', 'output/bias'],
];

describe('the text generator of tfjs-examples', () => {
  test.each([{ sizes: [7] }, { sizes: [5, 5] }])(
    '$sizes: weights to the bit, and the same predictions',
    async ({ sizes }) => {
      const model = textGenerator(sizes);
      const source = sourceOf(await saved(model));
      const foreign = await openAs('tfjs', source);
      expect(foreign.network).toMatchObject({
        ...{ input: 'one-hot', gates: 'hard-sigmoid', context: 'window', windowLength: STEPS },
        ...{ vocabularySize: SIZE, units: sizes[0], layers: sizes.length },
      });
      expect(await readAll(NAMES(sizes.length), foreign.weight)).toEqual(await flat(model));
      expect(worst(predictions(model, ROWS), await ownPredictions(foreign, ROWS))).toBeLessThan(1e-5);
    },
  );

  test('layers of other widths are filled up with zeros', async () => {
    const model = textGenerator([4, 8, 3]);
    const foreign = await openAs('tfjs', sourceOf(await saved(model)));
    expect(foreign.network.units).toBe(8);
    expect(worst(predictions(model, ROWS), await ownPredictions(foreign, ROWS))).toBeLessThan(1e-5);
  });

  test('in several groups and shards, in a folder of a zip, under any name', async () => {
    const model = textGenerator([7]);
    const { 'model.json': json, ...shards } = await saved(model, 100, 2);
    expect(Object.keys(shards).length).toBeGreaterThan(4);
    const moved = Object.entries({ 'my-net.json': json, ...shards }).map(([name, bytes]) => [`net/${name}`, bytes]);
    const foreign = await openAs('tfjs', sourceOf(Object.fromEntries(moved)));
    expect(await readAll(NAMES(1), foreign.weight)).toEqual(await flat(model));
  });
});

test('a functional network of an embedding, as tfjs writes it', async () => {
  const given = layers.input({ shape: [STEPS] });
  const chain = [
    layers.embedding({ inputDim: SIZE, outputDim: 3 }),
    layers.lstm({ units: 4, recurrentActivation: 'sigmoid', recurrentInitializer: 'glorotUniform' }),
    layers.dense({ units: SIZE, activation: 'softmax' }),
  ];
  const outputs = chain.reduce((value, layer) => layer.apply(value) as SymbolicTensor, given);
  const model = randomly(functional({ inputs: given, outputs }));
  const foreign = await openAs('tfjs', sourceOf(await saved(model)));
  expect(foreign.network).toMatchObject({ input: 'embedding', embeddingSize: 3, windowLength: STEPS });
  expect(foreign.network.gates).toBe('sigmoid');
  expect(worst(predictions(model, ROWS), await ownPredictions(foreign, ROWS))).toBeLessThan(1e-5);
});

describe('numbers that a converter made smaller', () => {
  /** Every weight quantized as tensorflowjs_converter does it. */
  async function quantized(model: LayersModel, dtype: 'uint8' | 'uint16' | 'float16'): Promise<Record<string, Buffer>> {
    const pieces: Buffer[] = [];
    const weights = model.getWeights(false).map((tensor, at) => {
      const values = tensor.dataSync();
      const { name } = model.weights[at];
      const entry = { name, shape: tensor.shape, dtype: 'float32' as const };
      if (dtype === 'float16') {
        pieces.push(Buffer.from(Uint16Array.from(values, toHalf).buffer));
        return { ...entry, quantization: { dtype } };
      }
      const min = Math.min(...values);
      const scale = (Math.max(...values) - min) / (dtype === 'uint8' ? 255 : 65535) || 1;
      const steps = Array.from(values, (value) => Math.round((value - min) / scale));
      pieces.push(Buffer.from((dtype === 'uint8' ? Uint8Array : Uint16Array).from(steps).buffer));
      return { ...entry, quantization: { dtype, scale, min } };
    });
    const files = await saved(model);
    return {
      ...changed({ 'model.json': files['model.json'] }, (json) => {
        json.weightsManifest = [{ paths: ['w.bin'], weights: weights as tf.io.WeightsManifestEntry[] }];
      }),
      'w.bin': Buffer.concat(pieces),
    };
  }

  test.each(['uint8', 'uint16', 'float16'] as const)('%s: as tfjs itself decodes them', async (dtype) => {
    const model = textGenerator([5]);
    const files = await quantized(model, dtype);
    const { weights } = (JSON.parse(files['model.json'].toString()) as Json).weightsManifest[0];
    const decoded = tf.io.decodeWeights(Uint8Array.from(files['w.bin']).buffer, weights);
    const foreign = await openAs('tfjs', sourceOf(files));
    const expected = weights.flatMap(({ name }) => [...decoded[name].dataSync()]);
    expect(await readAll(NAMES(1), foreign.weight)).toEqual(expected);
  });
});

describe('what leads out of the folder, or is not what it says, is refused', () => {
  const path = (path: string) => (json: Json) => void (json.weightsManifest[0].paths[0] = path);
  test.each<[string, string, (json: Json) => void]>([
    ['a path upwards', 'networks.shard-outside', path('../group0-shard1.bin')],
    ['a path downwards', 'networks.shard-outside', path('a/group0-shard1.bin')],
    ['an absolute path', 'networks.shard-outside', path('/etc/passwd')],
    ['a path of Windows', 'networks.shard-outside', path('C:\\weights.bin')],
    ['an address', 'networks.shard-outside', path('https://example.org/w.bin')],
    ['its own folder', 'networks.shard-outside', path('..')],
    ['a file that did not come along', 'networks.shard-missing', path('other.bin')],
    [
      'a shape of more numbers',
      'networks.shard-bytes',
      (json) => void (json.weightsManifest[0].weights[0].shape[0] = 2 ** 40),
    ],
    [
      'a shape of fewer numbers',
      'networks.shard-bytes',
      (json) => void (json.weightsManifest[0].weights[0].shape[0] = 1),
    ],
    [
      'a weight of a kind without a width',
      'networks.weight-kind',
      (json) => void (json.weightsManifest[0].weights[0].dtype = 'string'),
    ],
    [
      'whole numbers for weights',
      'networks.weights-lacking',
      (json) => void (json.weightsManifest[0].weights[0].dtype = 'int32'),
    ],
    [
      'a weight twice',
      'phrases.header-unfit',
      (json) => void (json.weightsManifest[0].weights[1].name = json.weightsManifest[0].weights[0].name),
    ],
  ])('%s', async (_, problem, change) => {
    const files = changed(await saved(textGenerator([5])), change);
    await expect(openAs('tfjs', sourceOf(files))).rejects.toMatchObject({
      code: expect.stringMatching(/^foreign-(damaged|unread)$/),
      values: { name: 'foreign', problem: { message: problem } },
    });
  });

  test('a graph of TensorFlow, whose layers are gone', async () => {
    const json = { format: 'graph-model', modelTopology: { node: [] }, weightsManifest: [] };
    const files = { 'model.json': Buffer.from(JSON.stringify(json)) };
    await expect(openAs('tfjs', sourceOf(files))).rejects.toMatchObject({
      code: 'foreign-unread',
      values: { problem: { message: 'networks.graph-model' } },
    });
  });
});
