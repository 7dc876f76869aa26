import { afterAll, describe, expect, test } from 'vitest';
import { InferenceNetwork } from '../../../electron/engine/inference/network.ts';
import { createKernels } from '../../../electron/engine/kernels/index.ts';
import { disposeState, type LanguageModel, type ModelConfig } from '../../../electron/engine/model/index.ts';
import { Random } from '../../../electron/engine/random.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { difference, randomConfig, randomModel } from '../kernels/cases.ts';

const kernels = createKernels(await loadRuntime());
afterAll(() => kernels.dispose());

function randomIds(classes: number, count: number, seed: number): number[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => random.integer(classes));
}

/** Logits after all of `ids`, by the kernels. */
function predicted(model: LanguageModel, ids: number[]): Float32Array {
  const { logits, state } = model.predict(Int32Array.from(ids), ids.length, 1, null);
  disposeState(state);
  return logits;
}

function expectSame(config: ModelConfig, seed: number): void {
  const model = randomModel(config, kernels, seed);
  const network = InferenceNetwork.of(model);
  // more than the network reads in one pass
  const ids = randomIds(config.vocabularySize, 37, seed);
  expect(difference(network.read(ids, network.start()), predicted(model, ids))).toBeLessThan(1e-5);
  model.dispose();
}

describe('a network that reads without TensorFlow expects what the model expects, to 1e-5', () => {
  test.each(Array.from({ length: 18 }, (_, seed) => seed))('random network %i', (seed) => {
    expectSame(randomConfig(seed), seed);
  });

  test.each([31, 32, 33, 100])('%i units, which fill their panels or do not', (units) => {
    for (const tieWeights of [false, true])
      expectSame(
        {
          ...randomConfig(0),
          input: 'embedding',
          units,
          embeddingSize: units,
          layers: 2,
          tieWeights,
          vocabularySize: units + 1,
        },
        units,
      );
  });
});

test('symbols one at a time give what they give at once, each memory its own', () => {
  const config = { ...randomConfig(9), units: 40, layers: 3, tieWeights: false };
  const model = randomModel(config, kernels, 9);
  const network = InferenceNetwork.of(model);
  const [ids, others] = [1, 2].map((seed) => randomIds(config.vocabularySize, 20, seed));
  const [memory, other] = [network.start(), network.start()];
  let logits = new Float32Array();
  ids.forEach((id, k) => {
    logits = Float32Array.from(network.read([id], memory));
    network.read([others[k]], other);
  });
  expect(difference(logits, network.read(ids, network.start()))).toBeLessThan(1e-6);
  model.dispose();
});

test('weights assigned anew are read anew', () => {
  const config: ModelConfig = { ...randomConfig(0), units: 12, embeddingSize: 8, tieWeights: false };
  const [first, second] = [1, 2].map((seed) => randomModel(config, kernels, seed));
  const network = InferenceNetwork.of(first);
  network.read([0, 1], network.start());
  for (const { name, values } of second.parameters.map((each) => ({ name: each.name, values: each.values() })))
    network.assign(name, values);
  expect(difference(network.read([0, 1], network.start()), predicted(second, [0, 1]))).toBeLessThan(1e-5);
  [first, second].forEach((model) => model.dispose());
});
