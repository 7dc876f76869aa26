import { afterAll, describe, expect, test } from 'vitest';
import { createKernels } from '../../../electron/engine/kernels/index.ts';
import {
  disposeState,
  LanguageModel,
  Optimizer,
  restoreState,
  stateValues,
  type ModelConfig,
  type ModelState,
  type OptimizerSettings,
} from '../../../electron/engine/model/index.ts';
import { Random } from '../../../electron/engine/random.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { randomBatch, randomConfig } from '../kernels/cases.ts';

const kernels = createKernels(await loadRuntime());
afterAll(() => kernels.dispose());

const SEQUENCE: ModelConfig = {
  ...randomConfig(0),
  vocabularySize: 300,
  input: 'embedding',
  embeddingSize: 24,
  units: 40,
  layers: 2,
  dropout: 0.2,
  tieWeights: false,
  context: 'sequence',
};
const WINDOW: ModelConfig = { ...SEQUENCE, context: 'window', dropout: 0 };
const ADAM: OptimizerSettings = { kind: 'adam', momentum: 0, weightDecay: 0, clipNorm: 1 };
const OPTIMIZERS: OptimizerSettings[] = [
  ADAM,
  { ...ADAM, kind: 'adamw', weightDecay: 0.01 },
  { ...ADAM, kind: 'rmsprop' },
  { ...ADAM, kind: 'rmsprop', momentum: 0.5 },
  { ...ADAM, kind: 'sgd', momentum: 0.9 },
];

/** Trains `steps` from wherever the model stands; the batch and the dropout follow the step's number. */
function train(model: LanguageModel, optimizer: Optimizer, state: ModelState | null, from: number, steps: number) {
  let carried = state;
  for (let step = from; step < from + steps; step++)
    carried = model.trainStep(randomBatch(model.config, step, { time: 12, lanes: 6 }), carried, optimizer, 0.01, step);
  return carried;
}

const everything = (model: LanguageModel, optimizer: Optimizer): Float32Array[] =>
  [...model.parameters, ...optimizer.slots].map((each) => each.values());

describe('parameters', () => {
  test('have the documented names, shapes and count', () => {
    const model = LanguageModel.create({ ...WINDOW, layers: 2 }, kernels, new Random(1));
    expect(model.parameters.map(({ name, shape }) => [name, shape])).toEqual([
      ['embedding', [300, 24]],
      ['lstm_0/weights', [24 + 40, 160]],
      ['lstm_0/bias', [160]],
      ['lstm_1/weights', [40 + 40, 160]],
      ['lstm_1/bias', [160]],
      ['output/weights', [40, 300]],
      ['output/bias', [300]],
    ]);
    expect(model.parameterCount).toBe(300 * 24 + 64 * 160 + 160 + 80 * 160 + 160 + 40 * 300 + 300);
    model.dispose();
  });

  test('hold what was assigned, and refuse another size', () => {
    const model = LanguageModel.create(WINDOW, kernels, new Random(1));
    for (const each of model.parameters) {
      const values = Float32Array.from({ length: each.size }, (_, k) => Math.sin(k));
      each.assign(values);
      expect(each.values()).toEqual(values);
    }
    expect(() => model.parameters[0].assign(new Float32Array(3))).toThrow(/embedding/);
    model.dispose();
  });
});

describe('training', () => {
  test.each(OPTIMIZERS)('resumed from written values it ends bit-identical: %o', (settings) => {
    const whole = LanguageModel.create(SEQUENCE, kernels, new Random(5));
    const wholeOptimizer = Optimizer.create(settings, whole);
    const half = train(whole, wholeOptimizer, whole.zeroState(6), 0, 4)!;
    const written = everything(whole, wholeOptimizer);
    const writtenState = stateValues(kernels, half);
    disposeState(train(whole, wholeOptimizer, half, 4, 4));

    const resumed = LanguageModel.create(SEQUENCE, kernels, new Random(99));
    const resumedOptimizer = Optimizer.create(settings, resumed);
    [...resumed.parameters, ...resumedOptimizer.slots].forEach((each, k) => each.assign(written[k]));
    resumedOptimizer.steps = 4;
    disposeState(train(resumed, resumedOptimizer, restoreState(kernels, writtenState, 6), 4, 4));
    expect(everything(resumed, resumedOptimizer)).toEqual(everything(whole, wholeOptimizer));
    [whole, wholeOptimizer, resumed, resumedOptimizer].forEach((each) => each.dispose());
  });

  test('learns a small task by heart', () => {
    const model = LanguageModel.create(WINDOW, kernels, new Random(2));
    const optimizer = Optimizer.create(ADAM, model);
    const batch = randomBatch(WINDOW, 3, { time: 3, lanes: 32 });
    for (let step = 0; step < 120; step++) model.trainStep(batch, null, optimizer, 0.01, step);
    model.takeMetrics();
    const { lossSum, correct, count, state } = model.evaluate(batch, null);
    disposeState(state);
    expect(correct).toBe(count);
    expect(lossSum / count).toBeLessThan(0.3);
    model.dispose();
    optimizer.dispose();
  });

  test('loss and hits add up over steps until they are taken', () => {
    const model = LanguageModel.create(WINDOW, kernels, new Random(2));
    const optimizer = Optimizer.create({ ...ADAM, clipNorm: 0 }, model);
    const batch = randomBatch(WINDOW, 3, { time: 3, lanes: 8 });
    const single = model.evaluate(batch, null);
    disposeState(single.state);
    for (let step = 0; step < 3; step++) model.trainStep(batch, null, optimizer, 0, step);
    const sums = model.takeMetrics();
    expect(sums.count).toBe(24);
    expect(sums.lossSum).toBeCloseTo(3 * single.lossSum, 3);
    expect(sums.correct).toBe(3 * single.correct);
    expect(sums.gradientNorm).toBeNull();
    expect(model.takeMetrics()).toEqual({ lossSum: 0, correct: 0, count: 0, gradientNorm: null });
    model.dispose();
    optimizer.dispose();
  });

  test('a gradient longer than the clip norm moves the weights by rate times clip norm', () => {
    const model = LanguageModel.create(WINDOW, kernels, new Random(2));
    const optimizer = Optimizer.create({ kind: 'sgd', momentum: 0, weightDecay: 0, clipNorm: 0.01 }, model);
    const before = model.parameters.map((each) => each.values());
    model.trainStep(randomBatch(WINDOW, 3, { time: 3, lanes: 8 }), null, optimizer, 1, 0);
    expect(model.takeMetrics().gradientNorm).toBeGreaterThan(0.01);
    let square = 0;
    model.parameters.forEach((each, k) => each.values().forEach((value, n) => (square += (value - before[k][n]) ** 2)));
    expect(Math.sqrt(square)).toBeCloseTo(0.01, 5);
    model.dispose();
    optimizer.dispose();
  });

  test('dropout follows its seed, and neither evaluation nor prediction drops anything', () => {
    const after = (seed: number): Float32Array => {
      const model = LanguageModel.create({ ...WINDOW, dropout: 0.5 }, kernels, new Random(2));
      const optimizer = Optimizer.create(ADAM, model);
      model.trainStep(randomBatch(WINDOW, 3, { time: 3, lanes: 8 }), null, optimizer, 0.01, seed);
      const values = model.parameters[1].values();
      model.dispose();
      optimizer.dispose();
      return values;
    };
    expect(after(1)).toEqual(after(1));
    expect(after(1)).not.toEqual(after(2));
  });
});

describe('state', () => {
  test('symbols one at a time give what they give at once', () => {
    const model = LanguageModel.create(SEQUENCE, kernels, new Random(4));
    const ids = Int32Array.of(5, 17, 299, 0, 5);
    const whole = model.predict(ids, ids.length, 1, null);
    let state: ModelState | null = null;
    let logits: ArrayLike<number> = [];
    for (const id of ids) {
      const next = model.predict(Int32Array.of(id), 1, 1, state);
      disposeState(state);
      state = next.state;
      logits = next.logits;
    }
    whole.logits.forEach((value, k) => expect(Math.abs(value - logits[k])).toBeLessThan(1e-5));
    disposeState(state);
    disposeState(whole.state);
    model.dispose();
  });

  test('lanes do not see each other', () => {
    const model = LanguageModel.create(SEQUENCE, kernels, new Random(4));
    const both = model.predict(Int32Array.of(1, 2, 3, 4, 5, 6), 3, 2, null);
    const second = model.predict(Int32Array.of(2, 4, 6), 3, 1, null);
    const logits = both.logits.slice(300);
    second.logits.forEach((value, k) => expect(Math.abs(value - logits[k])).toBeLessThan(1e-5));
    [both, second].forEach(({ state }) => disposeState(state));
    model.dispose();
  });
});
