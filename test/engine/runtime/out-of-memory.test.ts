import { expect, test } from 'vitest';
import { outOfMemory } from '../../../electron/engine/runtime/index.ts';

const on = (device: string, allocator: string) =>
  `OOM when allocating tensor with shape[700,10000] and type float on /job:localhost/replica:0/task:0/device:${device}:0 by allocator ${allocator}`;

test.each([
  ['eager', `Invalid TF_Status: 8\nMessage: ${on('GPU', 'GPU_0_bfc')} [Op:MatMul]`, 'gpu', 28e6],
  [
    'a session',
    `Session fail to run with error: ${on('GPU', 'GPU_0_bfc')}\n\t [[{{node s0/12}}]]\nHint: …`,
    'gpu',
    28e6,
  ],
  ['half', on('GPU', 'GPU_0_bfc').replace('float', 'half'), 'gpu', 14e6],
  ['a scalar', on('GPU', 'GPU_0_bfc').replace('700,10000', ''), 'gpu', 4],
  ['pinned for the card', on('CPU', 'gpu_host_bfc'), 'cpu', 28e6],
  ['the processor', on('CPU', 'mklcpu'), 'cpu', 28e6],
  ['copying to the card', 'Invalid TF_Status: 13\nMessage: Dst tensor is not initialized.', 'gpu', undefined],
  ['cuBLAS', 'failed to create cublas handle: CUBLAS_STATUS_ALLOC_FAILED', 'gpu', undefined],
  ['the driver', 'CUDA_ERROR_OUT_OF_MEMORY: out of memory', 'gpu', undefined],
  ['no words', 'Invalid TF_Status: 8\nMessage: ', 'gpu', undefined],
])('memory that is full is known by what is said of it: %s', (_, said, device, wanted) => {
  expect(outOfMemory(new Error(said), 'gpu')).toEqual({ device, wanted });
});

test('an array that JavaScript has no room for lies in the processor’s memory', () => {
  const ofArray = (length: number) => {
    try {
      return new Float32Array(length);
    } catch (thrown) {
      return outOfMemory(thrown, 'gpu');
    }
  };
  expect(ofArray(2 ** 40)).toEqual({ device: 'cpu', wanted: undefined });
});

test.each(['Invalid TF_Status: 3\nMessage: Incompatible shapes', 'the disk is full', ''])('%s is none', (said) => {
  expect(outOfMemory(new Error(said), 'gpu')).toBeUndefined();
  expect(outOfMemory(said, 'cpu')).toBeUndefined();
});
