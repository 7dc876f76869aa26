import { expect, test } from 'vitest';
import { defaultHyperparameters } from '../../../electron/contract/hyperparameters.ts';
import { createKernels } from '../../../electron/engine/kernels/index.ts';
import { measureStep, timeStep } from '../../../electron/engine/training/index.ts';

const kernels = createKernels({ engine: 'portable', threads: 1 });
const h = { ...defaultHyperparameters(), units: 8, embeddingSize: 4 };
const timing = { warmUp: 1, budget: 1, shape: { time: 4, lanes: 2 } };

test.each(['window', 'sequence'] as const)(
  'steps of a %s network are measured and nothing of them is left',
  async (context) => {
    const before = kernels.liveTensors;
    const shape = { ...h, context, windowLength: 4 };
    expect(measureStep(kernels, shape, 20, 1)).toBeGreaterThan(0);
    expect(await timeStep(kernels, shape, 20, { ...timing, signal: new AbortController().signal })).toBeGreaterThan(0);
    expect(kernels.liveTensors).toBe(before);
  },
);

test('timing is left off between two steps, with nothing left of them either', async () => {
  const before = kernels.liveTensors;
  const abort = new AbortController();
  const endless = timeStep(kernels, h, 20, { ...timing, budget: Infinity, signal: abort.signal });
  setTimeout(() => abort.abort(), 10);
  await expect(endless).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  expect(kernels.liveTensors).toBe(before);
});
