import { describe, expect, test } from 'vitest';
import { bfloat16Pays } from '../../../electron/engine/runtime/bfloat16.ts';
import { runtimeEnvironment } from '../../../electron/engine/runtime/environment.ts';

describe('environment in which TensorFlow loads', () => {
  test('shows exactly one GPU, counted as the driver counts', () => {
    const shown = { CUDA_VISIBLE_DEVICES: '0', CUDA_DEVICE_ORDER: 'PCI_BUS_ID', TF_FORCE_GPU_ALLOW_GROWTH: 'true' };
    expect(runtimeEnvironment({}, {})).toMatchObject(shown);
    expect(runtimeEnvironment({}, { CUDA_VISIBLE_DEVICES: '2,3' }).CUDA_VISIBLE_DEVICES).toBe('2');
    expect(runtimeEnvironment({ device: 'GPU-4711' }, {}).CUDA_VISIBLE_DEVICES).toBe('GPU-4711');
  });

  test('hides every GPU when the CPU is asked for', () => {
    expect(runtimeEnvironment({ device: 'cpu' }, { CUDA_VISIBLE_DEVICES: '2' }).CUDA_VISIBLE_DEVICES).toBe('-1');
    expect(runtimeEnvironment({}, { AESOP_DEVICE: 'cpu' }).CUDA_VISIBLE_DEVICES).toBe('-1');
  });

  test('turns bfloat16 products on only when asked', () => {
    expect(runtimeEnvironment({ precision: 'float32' }, {})).not.toHaveProperty('TF_SET_ONEDNN_FPMATH_MODE');
    expect(runtimeEnvironment({ precision: 'fast' }, {}).TF_SET_ONEDNN_FPMATH_MODE).toBe('BF16');
  });

  test('bfloat16 pays with AMX alone', () => {
    expect(bfloat16Pays('flags : fpu avx512f avx512_bf16 amx_tile amx_bf16 amx_int8')).toBe(true);
    expect(bfloat16Pays('flags : fpu avx512f avx512_bf16')).toBe(false);
    expect(bfloat16Pays('')).toBe(false);
  });

  test('limits threads only when asked, and leaves what the user tuned', () => {
    expect(runtimeEnvironment({}, {})).not.toHaveProperty('TF_NUM_INTRAOP_THREADS');
    expect(runtimeEnvironment({ threads: 3 }, {}).TF_NUM_INTRAOP_THREADS).toBe('3');
    expect(runtimeEnvironment({}, { TF_CPP_MIN_LOG_LEVEL: '0' }).TF_CPP_MIN_LOG_LEVEL).toBe('0');
  });
});
