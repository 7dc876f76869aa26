import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { portableMake } from './portable-make.ts';

test('the readable make needs no TensorFlow', async () => {
  await portableMake();
  expect(tf.getBackend()).toBe('wasm');
});
