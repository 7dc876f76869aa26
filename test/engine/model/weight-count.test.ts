import { expect, test } from 'vitest';
import { weightCount } from '../../../electron/contract/network-size.ts';
import { LanguageModel } from '../../../electron/engine/model/index.ts';
import { Random } from '../../../electron/engine/random.ts';
import { randomConfig } from '../kernels/cases.ts';
import { portableMake } from '../kernels/portable-make.ts';

test('the estimate before training counts the weights that the model has', async () => {
  const kernels = await portableMake();
  for (let seed = 0; seed < 18; seed++) {
    const config = randomConfig(seed);
    const model = LanguageModel.create(config, kernels, new Random(seed));
    expect(weightCount(config, config.vocabularySize), `seed ${seed}`).toBe(model.parameterCount);
    model.dispose();
  }
});
