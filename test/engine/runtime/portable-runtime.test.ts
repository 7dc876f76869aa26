import { availableParallelism } from 'node:os';
import { expect, test, vi } from 'vitest';
import { createKernels } from '../../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';

test('the portable engine computes in silence on every core, and says why it runs', async () => {
  vi.stubEnv('AESOP_ENGINE', 'portable');
  const written = vi.spyOn(process.stdout, 'write');
  const handlers = process.listenerCount('uncaughtException');
  const runtime = await loadRuntime();
  const kernels = createKernels(runtime);
  const product = kernels.multiply(
    kernels.tensor(Float32Array.of(1, 2), [1, 2]),
    kernels.tensor(Float32Array.of(3, 4), [1, 2]),
  );
  expect([...kernels.read(product)]).toEqual([3, 8]);
  expect(runtime).toMatchObject({ engine: 'portable', backend: 'wasm', device: 'cpu' });
  expect(runtime.threads).toBe(Math.min(16, availableParallelism()));
  expect(runtime.reason).not.toBe('');
  expect(written).not.toHaveBeenCalled();
  expect(process.listenerCount('uncaughtException')).toBe(handlers);
});
