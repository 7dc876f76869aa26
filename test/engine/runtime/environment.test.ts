import { describe, expect, test } from 'vitest';
import { workerEnvironment } from '../../../electron/engine/runtime/index.ts';

describe('environment of a worker', () => {
  test('shows exactly one GPU, counted as the driver counts', () => {
    expect(workerEnvironment({})).toMatchObject({ CUDA_VISIBLE_DEVICES: '0', CUDA_DEVICE_ORDER: 'PCI_BUS_ID' });
    expect(workerEnvironment({ CUDA_VISIBLE_DEVICES: '2,3' }).CUDA_VISIBLE_DEVICES).toBe('2');
    expect(workerEnvironment({}, { device: 'GPU-4711' }).CUDA_VISIBLE_DEVICES).toBe('GPU-4711');
    expect(workerEnvironment({ CUDA_VISIBLE_DEVICES: '2' }, { device: 'cpu' }).CUDA_VISIBLE_DEVICES).toBe('-1');
    expect(workerEnvironment({ AESOP_DEVICE: 'cpu' }).CUDA_VISIBLE_DEVICES).toBe('-1');
  });

  test('keeps what is there, drops what is undefined, and grows GPU memory on demand', () => {
    const environment = workerEnvironment({ HOME: '/home/aesop', GONE: undefined });
    expect(environment).toMatchObject({ HOME: '/home/aesop', TF_FORCE_GPU_ALLOW_GROWTH: 'true' });
    expect(environment).not.toHaveProperty('GONE');
  });

  test('turns bfloat16 products on only when asked', () => {
    expect(workerEnvironment({}, { precision: 'float32' })).not.toHaveProperty('TF_SET_ONEDNN_FPMATH_MODE');
    expect(workerEnvironment({}, { precision: 'fast' }).TF_SET_ONEDNN_FPMATH_MODE).toBe('BF16');
  });

  test('limits threads only when asked', () => {
    expect(workerEnvironment({})).not.toHaveProperty('TF_NUM_INTRAOP_THREADS');
    expect(workerEnvironment({}, { threads: 3 }).TF_NUM_INTRAOP_THREADS).toBe('3');
  });
});
