import { describe, expect, test, vi } from 'vitest';
import {
  disposeState,
  LanguageModel,
  Optimizer,
  type Batch,
  type BatchShape,
  type ModelConfig,
  type OptimizerSettings,
} from '../../../electron/engine/model/index.ts';
import { Random } from '../../../electron/engine/random.ts';
import { kernels, withTensorFlow } from '../tensorflow-here.ts';
import { difference, LARGE_SAMPLED, randomBatch, randomConfig, sampledConfig } from './cases.ts';
import { OPTIMIZERS, trained } from './three-steps.ts';

const { Adam, RMSProp } = OPTIMIZERS;

/** The same steps one op after the other and in one call. */
function expectSame(
  config: ModelConfig,
  settings: OptimizerSettings,
  seed: number,
  rate: number,
  shape?: BatchShape,
): void {
  const eager = trained(kernels, config, settings, seed, rate, undefined, shape);
  const compiled = trained(kernels, config, settings, seed, rate, (own) => [own], shape);
  expect(Object.keys(compiled)).toEqual(Object.keys(eager));
  for (const name of Object.keys(eager)) expect(difference(compiled[name], eager[name]), name).toBeLessThan(1e-5);
}

describe('a step in one call does what the same ops do one after the other', () => {
  test.runIf(withTensorFlow)('this engine has such steps', () => {
    expect(kernels.name).toBe('tensorflow');
    expect(kernels.compile).toBeDefined();
  });

  test.each(Object.entries(OPTIMIZERS))('%s', (_, [settings, rate]) => {
    for (let seed = 0; seed < 6; seed++) expectSame(randomConfig(seed), settings, seed, rate);
  });

  test.each(Array.from({ length: 12 }, (_, k) => k))('random network %i, with dropout', (seed) => {
    expectSame({ ...randomConfig(seed), dropout: 0.4 }, Adam[0], seed, Adam[1]);
  });

  test.each([
    ['embedding', { context: 'sequence', dropout: 0.4 }],
    ['embedding', { context: 'window' }],
    ['embedding', { gates: 'hard-sigmoid' }],
    ['one-hot', { context: 'sequence' }],
  ] as const)('so many steps that layers work side by side: %s %o', (input, more) => {
    const config: ModelConfig = { ...randomConfig(3), input, layers: 2, units: 6, tieWeights: false, ...more };
    expectSame(config, Adam[0], 3, Adam[1], { time: 35, lanes: 4 });
    if (config.dropout) expectSame(config, Adam[0], 3, Adam[1], { time: 67, lanes: 3 });
  });

  test('a vocabulary large enough for the other form of the cross-entropy', () => {
    const config: ModelConfig = { ...randomConfig(3), vocabularySize: 9000, input: 'embedding', context: 'sequence' };
    for (const tieWeights of [false, true])
      expectSame({ ...config, tieWeights, embeddingSize: config.units }, RMSProp[0], 3, 0.01);
  });

  test.each(Object.entries(OPTIMIZERS))('tables so large that they move by rows: %s', (_, [settings, rate]) => {
    const large = { ...randomConfig(3), vocabularySize: 9000, layers: 1, tieWeights: false };
    expectSame({ ...large, input: 'embedding', units: 6, embeddingSize: 32 }, settings, 3, rate);
    expectSame({ ...large, input: 'one-hot', units: 8 }, settings, 3, rate);
    expectSame({ ...large, input: 'embedding', units: 32, embeddingSize: 32, tieWeights: true }, settings, 3, rate);
  });
});

test.each(Object.entries(OPTIMIZERS))('softmax over candidates in one call: %s', (_, [settings, rate]) => {
  for (const seed of [0, 4]) expectSame(sampledConfig(seed), settings, seed, rate);
  for (const large of LARGE_SAMPLED) expectSame(large, settings, 3, rate);
});

test.runIf(withTensorFlow)(
  'a step in one call reads nothing from the device: a card is waited for where figures are due',
  () => {
    const config: ModelConfig = { ...randomConfig(3), context: 'sequence' };
    const model = LanguageModel.create(config, kernels, new Random(1));
    const optimizer = Optimizer.create(Adam[0], model);
    const batch = randomBatch(config, 7, { time: 4, lanes: 3 });
    model.compile(optimizer, [batch]);
    const readings = [vi.spyOn(kernels, 'read'), vi.spyOn(kernels, 'sum')];
    let state = model.zeroState(3);
    for (let step = 0; step < 20; step++) state = model.trainStep(batch, state, optimizer, 0.01, step)!;
    expect(readings.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
    expect(model.takeMetrics().count).toBe(20 * batch.targets.length);
    expect(readings[1]).toHaveBeenCalled();
    readings.forEach((reading) => reading.mockRestore());
    disposeState(state);
    optimizer.dispose();
    model.disposeCompiled();
    model.dispose();
  },
);

describe('variables of a compiled step', () => {
  const config: ModelConfig = {
    ...randomConfig(3),
    tieWeights: false,
    vocabularySize: 9000,
    input: 'embedding',
    embeddingSize: 32,
    layers: 2,
  };
  /** `toEqual` takes seconds for arrays as large as these. */
  const expectSameBits = (arrays: Float32Array[], expected: Float32Array[]): void => {
    expect(arrays.map(({ length }) => length)).toEqual(expected.map(({ length }) => length));
    arrays.forEach((values, k) =>
      expect(Buffer.from(values.buffer).equals(Buffer.from(expected[k].buffer))).toBe(true),
    );
  };
  const start = () => {
    const model = LanguageModel.create(config, kernels, new Random(1));
    return { model, optimizer: Optimizer.create(Adam[0], model) };
  };
  const batch = (time: number): Batch => randomBatch(config, 7, { time, lanes: 3 });
  const everything = ({ model, optimizer }: ReturnType<typeof start>) =>
    [...model.parameters, ...optimizer.slots].map((each) => each.values());
  const end = ({ model, optimizer }: ReturnType<typeof start>): void => {
    optimizer.dispose();
    model.disposeCompiled();
    model.dispose();
  };
  const learn = ({ model, optimizer }: ReturnType<typeof start>, times: readonly number[]): void =>
    times.forEach((time, k) => disposeState(model.trainStep(batch(time), null, optimizer, 0.01, k)));

  test('a batch of another shape is learnt from op by op, and the next one goes on from there', () => {
    const times = [4, 4, 5, 4, 5, 5, 4];
    const [eager, mixed] = [start(), start()];
    mixed.model.compile(mixed.optimizer, [batch(4)]);
    [eager, mixed].forEach((each) => learn(each, times));
    const expected = everything(eager);
    everything(mixed).forEach((values, k) => expect(difference(values, expected[k])).toBeLessThan(1e-5));
    [eager, mixed].forEach(end);
  });

  test('are read and assigned between steps, and outlive it', () => {
    const [first, second] = [start(), start()];
    [first, second].forEach((each) => each.model.compile(each.optimizer, [batch(4)]));
    learn(first, [4, 4]);
    [...second.model.parameters, ...second.optimizer.slots].forEach((each, k) => each.assign(everything(first)[k]));
    second.optimizer.steps = first.optimizer.steps;
    learn(first, [4, 4]);
    learn(second, [4, 4]);
    const expected = everything(first);
    expectSameBits(everything(second), expected);
    second.optimizer.dispose();
    second.model.disposeCompiled();
    expectSameBits(
      second.model.parameters.map((each) => each.values()),
      expected.slice(0, second.model.parameters.length),
    );
    second.model.dispose();
    end(first);
  });
});

test.runIf(withTensorFlow)('a graph that TensorFlow does not take is an error, and nothing is lost', () => {
  const config = randomConfig(0);
  const model = LanguageModel.create(config, kernels, new Random(1));
  const optimizer = Optimizer.create(Adam[0], model);
  const before = model.parameters.map((each) => each.values());
  expect(() =>
    kernels.compile!({
      step: (arithmetic, { inputs }, carried) => {
        const matrix = arithmetic.reshape(arithmetic.ordinals(arithmetic.ids(inputs, 2, 1)), [3, 5]);
        return { loss: matrix, correct: matrix, norm: null, carried };
      },
      shapes: [{ time: 2, lanes: 1, targets: 1 }],
      carriedShapes: () => [],
      variables: model.weights.flatMap(({ parts }) => parts),
    }),
  ).toThrow(/reshape/i);
  expect(model.parameters.map((each) => each.values())).toEqual(before);
  optimizer.dispose();
  model.dispose();
});
