import * as tf from '@tensorflow/tfjs-core';
import { expect, test, vi } from 'vitest';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';

test('the portable engine computes and differentiates in silence, and says why it runs', async () => {
  vi.stubEnv('AESOP_ENGINE', 'portable');
  const written = vi.spyOn(process.stdout, 'write');
  const handlers = process.listenerCount('uncaughtException');
  const runtime = await loadRuntime();
  const gradient = tf.tidy(() =>
    tf
      .grad((x) => tf.sum(tf.square(x)))(tf.tensor1d([1, 2, 3]))
      .dataSync(),
  );
  expect(runtime).toMatchObject({ engine: 'portable', backend: 'wasm', device: 'cpu', threads: 1 });
  expect(runtime.reason).not.toBe('');
  expect([...gradient]).toEqual([2, 4, 6]);
  expect(written).not.toHaveBeenCalled();
  expect(process.listenerCount('uncaughtException')).toBe(handlers);
});
