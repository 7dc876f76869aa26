import { afterAll, expect, test } from 'vitest';
import { separateBlocks } from '../../../electron/engine/inference/blocks.ts';
import { InferenceNetwork } from '../../../electron/engine/inference/network.ts';
import { blocksFor, sharedBlocks } from '../../../electron/engine/inference/shared-blocks.ts';
import { createKernels } from '../../../electron/engine/kernels/index.ts';
import type { ModelConfig } from '../../../electron/engine/model/index.ts';
import { Random } from '../../../electron/engine/random.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { randomConfig, randomModel } from '../kernels/cases.ts';

const kernels = createKernels(await loadRuntime());
afterAll(() => kernels.dispose());

const SMALL: ModelConfig = {
  ...randomConfig(0),
  ...{ input: 'embedding', embeddingSize: 50, units: 70, layers: 2, tieWeights: false, vocabularySize: 333 },
};
const LARGE: ModelConfig = { ...SMALL, embeddingSize: 512, units: 512, vocabularySize: 5000 };

test('threads tell what one alone tells, to the bit, whichever way a product is made', () => {
  const model = randomModel(SMALL, kernels, 5);
  const alone = InferenceNetwork.of(model);
  const together = InferenceNetwork.of(model, sharedBlocks(3));
  const random = new Random(1);
  const memories = [alone.start(), together.start()];
  // more words than pass before the other way is tried, and more at once than the network reads in one pass
  for (let word = 0; word < 150; word++) {
    const ids = Array.from({ length: word % 50 === 0 ? 37 : 1 }, () => random.integer(SMALL.vocabularySize));
    const [expected, told] = [alone, together].map((network, k) => network.read(ids, memories[k]));
    expect(told).toEqual(expected);
  }
  model.dispose();
  together.dispose();
});

test('only a network that fits no cache is told by threads, where there is more than one', () => {
  expect(blocksFor(SMALL, 8)).toBe(separateBlocks);
  expect(blocksFor(LARGE, 1)).toBe(separateBlocks);
  const blocks = blocksFor(LARGE, 2);
  expect(blocks).not.toBe(separateBlocks);
  blocks.dispose();
});
