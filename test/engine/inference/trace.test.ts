import { describe, expect, test } from 'vitest';
import { defaultHyperparameters, type Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import { trace } from '../../../electron/engine/inference/trace.ts';
import { createKernels } from '../../../electron/engine/kernels/index.ts';
import { disposeState, LanguageModel, modelConfig } from '../../../electron/engine/model/index.ts';
import { Random } from '../../../electron/engine/random.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';

const CLASSES = 11;
const IDS = [3, 0, 7, 7, 10];
const NETWORKS: Record<string, Partial<Hyperparameters>> = {
  'one layer over an embedding': { embeddingSize: 6 },
  'three layers': { layers: 3, embeddingSize: 5 },
  'one-hot': { input: 'one-hot', layers: 2 },
  "the article's numbers": { input: 'ordinal', outputInitializer: 'normal' },
  'tied weights': { tieWeights: true, embeddingSize: 9, layers: 2 },
};

describe('a traced pass is that of the kernels', () => {
  test.each(Object.entries(NETWORKS))('%s', async (_, values) => {
    const kernels = createKernels(await loadRuntime());
    const config = modelConfig(
      { ...defaultHyperparameters(), units: 9, layers: 1, tieWeights: false, ...values },
      CLASSES,
    );
    const model = LanguageModel.create(config, kernels, new Random(5));
    const weights = Object.fromEntries(model.parameters.map((each) => [each.name, { data: each.values() }]));
    const { inputs, layers, logits } = trace(config, weights, IDS);
    for (let count = 1; count <= IDS.length; count++) {
      const expected = model.predict(Int32Array.from(IDS.slice(0, count)), count, 1, null);
      const cells = expected.state.cells.map((cell) => Array.from(kernels.read(cell)));
      layers.forEach((steps, k) => {
        const cell = Array.from(steps[count - 1].cell);
        cell.forEach((value, u) => expect(value).toBeCloseTo(cells[k][u], 5));
      });
      if (count === IDS.length) expected.logits.forEach((value, id) => expect(logits[id]).toBeCloseTo(value, 4));
      disposeState(expected.state);
    }
    expect([inputs.length, layers.length, layers[0].length]).toEqual([IDS.length, config.layers, IDS.length]);
    model.dispose();
    kernels.dispose();
  });

  test('every gate is a share, and what is passed on follows from output and cell', async () => {
    const kernels = createKernels(await loadRuntime());
    const config = modelConfig({ ...defaultHyperparameters(), units: 9, layers: 2, tieWeights: false }, CLASSES);
    const model = LanguageModel.create(config, kernels, new Random(6));
    const weights = Object.fromEntries(model.parameters.map((each) => [each.name, { data: each.values() }]));
    const steps = trace(config, weights, IDS).layers.flat();
    for (const { input, forget, output, cell, hidden } of steps) {
      for (const share of [...input, ...forget, ...output]) expect(share > 0 && share < 1).toBe(true);
      hidden.forEach((value, u) => expect(value).toBeCloseTo(output[u] * Math.tanh(cell[u]), 12));
    }
    model.dispose();
    kernels.dispose();
  });
});
