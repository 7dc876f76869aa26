import { expect, test } from 'vitest';
import { isEngineChatter } from '../../electron/contract/engine-chatter.ts';

test.each([
  'WARNING: All log messages before absl::InitializeLog() is called are written to STDERR',
  'I0000 00:00:1763900000.123456  123456 cpu_feature_guard.cc:227] This TensorFlow binary is optimized to use available CPU instructions in performance-critical operations.',
  'To enable the following instructions: AVX2 AVX_VNNI FMA, in other operations, rebuild TensorFlow with the appropriate compiler flags.',
  '2026-11-20 10:00:00.123456: I tensorflow/core/util/port.cc:153] oneDNN custom operations are on. You may see slightly different numerical results due to floating-point round-off errors from different computation orders.',
  '2026-11-20 10:00:00.123456: I external/local_xla/xla/tsl/cuda/cudart_stub.cc:31] Could not find cuda drivers on your machine, GPU will not be used.',
])('TensorFlow says of itself: %s', (line) => {
  expect(isEngineChatter(line)).toBe(true);
});

test.each([
  'W0000 00:00:1763900000.123456  123456 gpu_device.cc:2431] Cannot dlopen some GPU libraries.',
  'E0000 00:00:1763900000.123456  123456 cuda_dnn.cc:8579] Unable to register cuDNN factory',
  '2026-11-20 10:00:00.123456: W tensorflow/core/framework/op_kernel.cc:1857] OP_REQUIRES failed: RESOURCE_EXHAUSTED',
  'RuntimeError: memory access out of bounds',
  'run fable begins in process 4242',
  'WARNING: the disk is nearly full',
])('it is no chatter: %s', (line) => {
  expect(isEngineChatter(line)).toBe(false);
});
