import { expect, test } from 'vitest';
import { createKernels } from '../../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { difference, gradientOf, randomBatch, randomConfig, randomModel } from './cases.ts';
import { portableMake } from './portable-make.ts';

// by hand, so that it is tested also where it would not pay
process.env.TF_SET_ONEDNN_FPMATH_MODE = 'BF16';
const runtime = await loadRuntime();

test('fast precision gives the same gradients to what bfloat16 keeps', async () => {
  const [native, portable] = [createKernels(runtime), await portableMake()];
  for (let seed = 0; seed < 12; seed++) {
    const config = { ...randomConfig(seed), units: 32, embeddingSize: 32 };
    const batch = randomBatch(config, seed, { time: 9, lanes: 16 });
    const [ours, theirs] = [native, portable].map((kernels) => {
      const model = randomModel(config, kernels, seed);
      const gradient = gradientOf(model, batch);
      model.dispose();
      return gradient;
    });
    for (const name of Object.keys(theirs)) {
      const size = theirs[name].reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0);
      expect(difference(ours[name], theirs[name]) / size, `${name}, seed ${seed}`).toBeLessThan(0.05);
    }
  }
});
