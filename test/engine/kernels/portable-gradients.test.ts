import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { describeGradients } from './gradient-checks.ts';
import { portableMake } from './portable-make.ts';

const portable = await portableMake();

test('the readable make needs no TensorFlow', () => {
  expect(tf.getBackend()).toBe('wasm');
});
describeGradients(() => portable);
