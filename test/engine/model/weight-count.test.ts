import { expect, test } from 'vitest';
import { weightCount } from '../../../electron/contract/network-size.ts';
import { PortableKernels } from '../../../electron/engine/kernels/portable/portable-kernels.ts';
import { LanguageModel } from '../../../electron/engine/model/index.ts';
import { Random } from '../../../electron/engine/random.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { randomConfig } from '../kernels/cases.ts';

test('the estimate before training counts the weights that the model has', async () => {
  await loadRuntime({ engine: 'portable' });
  for (let seed = 0; seed < 18; seed++) {
    const config = randomConfig(seed);
    const model = LanguageModel.create(config, new PortableKernels(), new Random(seed));
    expect(weightCount(config, config.vocabularySize), `seed ${seed}`).toBe(model.parameterCount);
    model.dispose();
  }
});
