import { expect, test, vi } from 'vitest';

const loadEngine = vi.hoisted(() => vi.fn(async () => ({ kernels: {} })));
vi.mock('../../../electron/worker/engine.ts', () => ({ loadEngine }));
vi.mock('../../../electron/engine/formats/load-model.ts', () => ({
  loadModel: async () => ({ model: { dispose() {} } }),
}));
const { warmModel } = await import('../../../electron/worker/models/warm-model.ts');

test('a text is measured on the processor: the card may be a training’s, and one takes all of its memory', async () => {
  vi.stubEnv('AESOP_DEVICE', undefined);
  await warmModel('/models/one');
  expect(loadEngine).toHaveBeenLastCalledWith({ device: 'cpu' });
});

test('unless somebody asked for a card', async () => {
  vi.stubEnv('AESOP_DEVICE', '1');
  await warmModel('/models/two');
  expect(loadEngine).toHaveBeenLastCalledWith({ device: '1' });
});
