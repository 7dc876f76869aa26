import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { runtime, withTensorFlow } from '../tensorflow-here.ts';

test.runIf(withTensorFlow)('the native runtime computes, and the first call decides for the process', async () => {
  const product = tf.tidy(() => tf.matMul(tf.ones([2, 3]), tf.ones([3, 2])).dataSync());
  expect(tf.getBackend()).toBe(runtime.backend);
  expect(runtime).toMatchObject({ engine: 'tensorflow', backend: 'tensorflow', tensorflowVersion: '2.21.0' });
  expect([...product]).toEqual([3, 3, 3, 3]);
  expect(await loadRuntime({ engine: 'portable' })).toBe(runtime);
});
