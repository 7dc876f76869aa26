import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Machine } from '../../../electron/engine/kernels/wasm/machine.ts';
import { WasmKernels } from '../../../electron/engine/kernels/wasm/wasm-kernels.ts';
import {
  disposeState,
  Optimizer,
  type ModelConfig,
  type OptimizerSettings,
} from '../../../electron/engine/model/index.ts';
import { randomBatch, randomConfig, randomModel } from './cases.ts';

const machines = [1, 2, 3].map((threads) => new Machine(threads));
beforeAll(() => vi.waitFor(() => expect(machines.every(({ isComplete }) => isComplete)).toBe(true), 30_000));
afterAll(() => machines.forEach((machine) => machine.dispose()));

/** Large enough that every kernel is shared among threads. */
const LARGE: ModelConfig = {
  ...randomConfig(3),
  vocabularySize: 1000,
  layers: 2,
  units: 100,
  embeddingSize: 100,
  tieWeights: false,
};
const ADAM: OptimizerSettings = { kind: 'adamw', momentum: 0, weightDecay: 0.1, clipNorm: 0.1 };
const CASES: [name: string, ModelConfig, OptimizerSettings][] = [
  ['sequences with dropout', { ...LARGE, input: 'embedding', dropout: 0.3 }, ADAM],
  ['tied weights', { ...LARGE, input: 'embedding', tieWeights: true }, { ...ADAM, kind: 'rmsprop', momentum: 0.5 }],
  ['softmax over candidates', { ...LARGE, input: 'embedding', vocabularySize: 3000, outputByRows: true }, ADAM],
  [
    'softmax over candidates, tied',
    { ...LARGE, input: 'embedding', vocabularySize: 3000, tieWeights: true, outputByRows: true },
    ADAM,
  ],
  [
    'windows of bare numbers',
    { ...LARGE, input: 'ordinal', context: 'window' },
    { ...ADAM, kind: 'rmsprop', clipNorm: 0 },
  ],
  ['one-hot rows of a large table', { ...LARGE, input: 'one-hot' }, { ...ADAM, kind: 'sgd', momentum: 0.9 }],
];

const digest = (values: Float32Array): string => createHash('sha256').update(values).digest('hex');

/** All that two steps leave behind, arrays as digests of their bits. */
function trained(machine: Machine, config: ModelConfig, settings: OptimizerSettings) {
  const model = randomModel(config, new WasmKernels(machine), 1);
  const optimizer = Optimizer.create(settings, model);
  let state = config.context === 'sequence' ? model.zeroState(9) : null;
  for (let step = 0; step < 2; step++)
    state = model.trainStep(randomBatch(config, step, { time: 4, lanes: 9 }), state, optimizer, 0.01, step);
  const { lossSum, gradientNorm } = model.takeMetrics();
  const left = Object.fromEntries(
    [...model.parameters, ...optimizer.slots].map((each) => [each.name, digest(each.values())]),
  );
  disposeState(state);
  optimizer.dispose();
  model.dispose();
  return { ...left, lossSum, gradientNorm };
}

describe('any number of threads gives the same bits', () => {
  test.each(CASES)('%s', (_, config, settings) => {
    const [alone, ...together] = machines.map((machine) => trained(machine, config, settings));
    expect(alone.lossSum).toBeGreaterThan(0);
    for (const other of together) expect(other).toEqual(alone);
  });
});

test('nothing is left of steps and models', () => {
  for (const machine of machines) {
    const [, config, settings] = CASES[0];
    const before = machine.blocks;
    trained(machine, config, settings);
    expect(machine.blocks).toBe(before);
  }
});

describe('dropout', () => {
  const kernels = new WasmKernels(machines[1]);
  const mask = (seed: number, place: number) => {
    const made = kernels.dropoutMask([200, 100], 0.3, seed, place);
    const values = kernels.read(made);
    made.dispose();
    return values;
  };

  test('silences the share that it is asked to, and makes up for it', () => {
    const values = mask(1, 0);
    const silent = values.filter((value) => value === 0).length;
    expect(silent / values.length).toBeCloseTo(0.3, 1);
    expect(new Set(values)).toEqual(new Set([0, Math.fround(1 / 0.7)]));
  });

  test('draws by seed and place, and the same again', () => {
    expect(mask(5, 2)).toEqual(mask(5, 2));
    const agreeing = (other: Float32Array) => mask(5, 2).filter((value, k) => value === other[k]).length / other.length;
    // two masks that know nothing of one another agree at 0.3² + 0.7²
    for (const [seed, place] of [
      [6, 2],
      [5, 3],
      [2, 5],
    ])
      expect(agreeing(mask(seed, place))).toBeCloseTo(0.58, 1);
  });
});
