import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { Random } from '../../../electron/engine/random.ts';
import { kernels, withTensorFlow } from '../tensorflow-here.ts';

const [UNITS, CLASSES] = [24, 3000];

const numbers = (seed: number, size: number, scale: number): Float32Array => {
  const random = new Random(seed);
  return Float32Array.from({ length: size }, () => scale * (2 * random.uniform() - 1));
};

interface Case {
  tied?: boolean;
  rows?: number;
  /** of the weights */
  scale?: number;
  bias?: (symbol: number) => number;
}

/** What `losses` and the definition tell of the same rows; null where the former has no way. */
function both({ tied = false, rows = 200, scale = 1, bias = () => 0 }: Case) {
  const variable = (shape: number[], values: Float32Array) =>
    kernels.createVariable({ shape, gates: false, byRows: false, values });
  const weights = variable(tied ? [CLASSES, UNITS] : [UNITS, CLASSES], numbers(1, UNITS * CLASSES, scale));
  const offsets = variable(
    [CLASSES],
    Float32Array.from({ length: CLASSES }, (_, symbol) => bias(symbol)),
  );
  const random = new Random(3);
  const targetIds = Int32Array.from({ length: rows }, () => random.integer(CLASSES));
  const found = kernels.scoped(() => {
    const x = kernels.tensor(numbers(2, rows * UNITS, 1), [rows, UNITS]);
    const targets = kernels.targets(targetIds);
    const read = ({ loss, correct }: NonNullable<ReturnType<NonNullable<typeof kernels.losses>>>) => ({
      loss: [...kernels.read(loss)],
      correct: [...kernels.read(correct)].map(Number),
    });
    const quick = kernels.losses!(x, weights, offsets, tied, targets);
    const logits = kernels.project(x, weights, offsets, tied);
    return { quick: quick && read(quick), defined: read(kernels.softmaxCrossEntropy(logits, targets, false, null)) };
  });
  [weights, offsets].forEach((each) => each.dispose());
  return found;
}

const held = (): number =>
  (tf.backend() as unknown as { binding: { getNumOfTensors(): number } }).binding.getNumOfTensors();

describe.runIf(withTensorFlow)('losses without a gradient, in one call', () => {
  test.each([
    ['as they are', {}],
    ['tied', { tied: true }],
    ['of another number of rows', { rows: 331 }],
    ['sure of a symbol', { scale: 2, bias: (symbol: number) => (symbol % 50 === 0 ? 6 : -3) }],
    ['all alike', { scale: 0 }],
  ] satisfies [string, Case][])('%s: tell what the definition does', (_, each) => {
    const { quick, defined } = both(each);
    expect(quick!.correct).toEqual(defined.correct);
    quick!.loss.forEach((loss, row) => expect(loss).toBeCloseTo(defined.loss[row], 5));
  });

  test.each([
    ['logits whose powers are too great', { bias: () => 60 }],
    ['logits whose powers are too small', { bias: () => -60 }],
    ['a target whose power is too small beside others', { bias: (symbol) => (symbol < CLASSES / 2 ? 20 : -50) }],
    ['numbers that are none', { bias: () => NaN }],
    ['few rows', { rows: 60 }],
  ] satisfies [string, Case][])('%s are left to the definition', (_, each) => {
    expect(both(each).quick).toBeNull();
    // what came before changes nothing: a resumed run has not seen it
    expect(both({}).quick).not.toBeNull();
  });

  test('nothing is left behind, whether they are told or not', () => {
    const one = () => [both({}), both({ bias: () => 60 }), both({ tied: true }), both({ tied: true, bias: () => 60 })];
    one();
    const before = held();
    one();
    expect(held()).toBe(before);
  });
});
