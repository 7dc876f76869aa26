import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createKernels } from '../../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { describeGradients } from './gradient-checks.ts';

const runtime = await loadRuntime({ engine: 'portable' });

test('the portable make runs without TensorFlow', () => {
  expect(createKernels(runtime).name).toBe('portable');
  expect(['wasm', 'cpu']).toContain(tf.getBackend());
});
describeGradients(() => createKernels(runtime));
