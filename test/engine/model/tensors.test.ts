import * as tf from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, test } from 'vitest';
import { createKernels } from '../../../electron/engine/kernels/index.ts';
import { Machine } from '../../../electron/engine/kernels/wasm/machine.ts';
import { WasmKernels } from '../../../electron/engine/kernels/wasm/wasm-kernels.ts';
import { disposeState, LanguageModel, Optimizer, type ModelConfig } from '../../../electron/engine/model/index.ts';
import { Random } from '../../../electron/engine/random.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { randomBatch, randomConfig } from '../kernels/cases.ts';
import { portableMake } from '../kernels/portable-make.ts';

const runtime = await loadRuntime();
const machine = new Machine(2);
afterAll(() => machine.dispose());

/** Tensors that tfjs knows, all that TensorFlow holds, raw handles included, and blocks of our own WebAssembly. */
function held(): { tensors: number; handles: number; blocks: number } {
  const { binding } = tf.backend() as unknown as { binding?: { getNumOfTensors(): number } };
  return {
    tensors: tf.memory().numTensors,
    handles: binding?.getNumOfTensors() ?? 0,
    blocks: machine.blocks,
  };
}

const CASES: [name: string, Partial<ModelConfig>][] = [
  ['windows of an embedding', { input: 'embedding', context: 'window', layers: 2, dropout: 0.3 }],
  ['sequences of an embedding', { input: 'embedding', context: 'sequence', layers: 2, dropout: 0.3 }],
  ['tied weights', { input: 'embedding', context: 'sequence', tieWeights: true, embeddingSize: 5, units: 5 }],
  ['one-hot windows', { input: 'one-hot', context: 'window' }],
  ['ordinal windows', { input: 'ordinal', context: 'window' }],
  ['softmax over candidates', { input: 'embedding', context: 'sequence', vocabularySize: 99, outputByRows: true }],
  [
    'softmax over candidates of a large vocabulary, tied',
    {
      ...{ input: 'embedding', context: 'sequence', vocabularySize: 20_000, embeddingSize: 16, units: 16 },
      ...{ tieWeights: true, outputByRows: true },
    },
  ],
  ['a large vocabulary', { input: 'embedding', context: 'sequence', vocabularySize: 20_000, embeddingSize: 16 }],
];

describe.each([
  ['native', createKernels(runtime)],
  ['portable', await portableMake()],
  ['WebAssembly', new WasmKernels(machine)],
])('%s kernels own every tensor', (_, kernels) => {
  afterAll(() => kernels.dispose());

  describe.each(CASES)('%s', (__, changes) => {
    const config: ModelConfig = { ...randomConfig(0), ...changes };

    test.each([
      [1, false],
      [4, false],
      [4, true],
    ])('steps, evaluation and prediction over %i lanes leave nothing behind, compiled: %o', (lanes, compiled) => {
      const batch = randomBatch(config, 1, { time: 5, lanes });
      const model = LanguageModel.create(config, kernels, new Random(1));
      const optimizer = Optimizer.create({ kind: 'adam', momentum: 0, weightDecay: 0, clipNorm: 1 }, model);
      if (compiled) model.compile(optimizer, [{ ...batch, candidates: batch.drawn?.ids.length }]);
      let state = config.context === 'sequence' ? model.zeroState(lanes) : null;
      const round = (): void => {
        // the rate stays, so that every kept scalar but Adam's powers is there after the first round
        state = model.trainStep(batch, state, optimizer, 0.001, 1);
        optimizer.steps = 0;
        model.takeMetrics();
        disposeState(model.evaluate(batch, state).state);
        disposeState(model.predict(batch.inputs, batch.time, batch.lanes, state).state);
      };
      round();
      const before = held();
      for (let k = 0; k < 5; k++) round();
      expect(held()).toEqual(before);
      disposeState(state);
      optimizer.dispose();
      model.disposeCompiled();
      model.dispose();
    });
  });

  test.each([false, true])('a model and its optimiser give everything back, compiled: %o', (compiled) => {
    const config: ModelConfig = { ...randomConfig(0), layers: 3 };
    const live = (): number => {
      const model = LanguageModel.create(config, kernels, new Random(1));
      const optimizer = Optimizer.create({ kind: 'rmsprop', momentum: 0, weightDecay: 0, clipNorm: 1 }, model);
      const batch = randomBatch(config, 1);
      if (compiled) model.compile(optimizer, [batch]);
      disposeState(model.trainStep(batch, null, optimizer, 0.001, 1));
      optimizer.dispose();
      model.dispose();
      return held().handles + held().blocks;
    };
    const before = live();
    for (let k = 0; k < 3; k++) live();
    expect(live()).toBe(before);
  });
});
