import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel, type LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { createKernels, type Kernels } from '../../../electron/engine/kernels/index.ts';
import type { LanguageModel } from '../../../electron/engine/model/index.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { tfjsBackend } from '../kernels/portable-make.ts';
import { leaving } from './leaving.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = createKernels(await loadRuntime());
  await tfjsBackend();
});

/** The model as any tfjs program sees it: nothing of ours takes part. */
async function openPlain(folder: string): Promise<LayersModel> {
  const json = readFileSync(join(folder, 'model.json'), 'utf8');
  const { modelTopology, weightsManifest } = JSON.parse(json) as tf.io.ModelJSON;
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
  const files = weightsManifest.flatMap(({ paths }) => paths).map((path) => readFileSync(join(folder, path)));
  const weightData = Uint8Array.from(Buffer.concat(files)).buffer;
  return loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
}

/** What our own model predicts after each prefix of the ids, [time][vocabulary]. */
function ownProbabilities(model: LanguageModel, ids: number[], everyStep: boolean): number[][] {
  const lengths = everyStep ? ids.map((_, at) => at + 1) : [ids.length];
  return tf.tidy(() =>
    lengths.map((length) => {
      const { logits } = model.predict(Int32Array.from(ids.slice(0, length)), length, 1, null);
      return [...tf.softmax(logits).dataSync()];
    }),
  );
}

function plainInput(ids: number[], input: 'embedding' | 'one-hot' | 'ordinal', size: number): tf.Tensor {
  if (input === 'embedding') return tf.tensor2d([ids], undefined, 'int32');
  if (input === 'ordinal') return tf.tensor3d([ids.map((id) => [id])]);
  return tf.tensor3d([ids.map((id) => Array.from({ length: size }, (_, other) => Number(other === id)))]);
}

const CASES = (['embedding', 'one-hot', 'ordinal'] as const).flatMap((input) =>
  (['window', 'sequence'] as const).flatMap((context) =>
    [1, 2].flatMap((layers) =>
      [false, true]
        .filter((tieWeights) => input === 'embedding' || !tieWeights)
        .map((tieWeights) => ({
          ...{ input, context, layers, tieWeights, dropout: layers === 2 ? 0.3 : 0 },
          gates: layers === 2 ? ('hard-sigmoid' as const) : ('sigmoid' as const),
        })),
    ),
  ),
);

describe('the tfjs folder opens in plain tfjs and predicts the same', () => {
  test.each(CASES)('$input, $context, $layers layers, tied $tieWeights, $gates gates', async (settings) => {
    const { small, place: folder } = await leaving(kernels, { ...settings, windowLength: 4 }, 'tfjs');
    const plain = await openPlain(folder);
    const size = small.vocabulary.size;
    const ids = [3, 0, size - 1, 7];
    const sequence = settings.context === 'sequence';
    const expected = ownProbabilities(small.model, ids, sequence);
    const actual = tf.tidy(() => {
      const output = plain.predict(plainInput(ids, settings.input, size)) as tf.Tensor;
      expect(output.shape).toEqual(sequence ? [1, 4, size] : [1, size]);
      return [...output.dataSync()];
    });
    const differences = expected.flat().map((probability, at) => Math.abs(probability - actual[at]));
    expect(actual).toHaveLength(expected.flat().length);
    expect(Math.max(...differences)).toBeLessThan(1e-5);
    // the probabilities are worth comparing: they are no even spread
    expect(Math.max(...expected.flat())).toBeGreaterThan(1.5 / size);
    plain.dispose();
    small.model.dispose();
  });
});
