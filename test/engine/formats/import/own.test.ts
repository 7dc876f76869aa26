import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openForeign } from '../../../../electron/engine/formats/import/index.ts';
import { weightBlocks } from '../../../../electron/engine/formats/keras-weights.ts';
import { createKernels, type Kernels } from '../../../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../../../electron/engine/runtime/index.ts';
import { CASES } from '../../../programs/cases.ts';
import { leaving } from '../leaving.ts';
import { configOf } from '../../../../electron/engine/formats/import/inference-of.ts';
import { folderSource, openAs, sourceOf } from './sources.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = createKernels(await loadRuntime());
});

const FORMATS = ['keras', 'h5', 'tfjs'] as const;

describe.each(FORMATS)('a model that we wrote as %s is read as it was, to the last bit', (format) => {
  test.each(CASES)('$input, $context, $layers layers, tied $tieWeights', async (settings) => {
    const { small, place } = await leaving(kernels, settings, format);
    const source = folderSource(place);
    const { network, name, weight } = await openAs(format, source);
    const { context, input } = settings;
    const { vocabularySize, layers, units, embeddingSize } = small.model.config;
    expect(name).toBeUndefined();
    expect(network).toMatchObject({ vocabularySize, layers, units, context, input });
    if (context === 'window') expect(network.windowLength).toBe(4);
    if (input === 'embedding') expect(network.embeddingSize).toBe(embeddingSize);
    const saved = new Map(small.model.parameters.map((parameter) => [parameter.name, parameter.values()]));
    const embedding = saved.get('embedding')!;
    // a file holds what is tied twice
    if (settings.tieWeights)
      saved.set(
        'output/weights',
        embedding.map((_, at) => embedding[(at % vocabularySize) * units + Math.floor(at / vocabularySize)]),
      );
    for (const { parameter, weights } of weightBlocks(configOf(network))) {
      const read = await Promise.all(weights.map(({ name }) => weight(name)));
      expect(Buffer.concat(read.map((values) => Buffer.from(values.buffer)))).toEqual(
        Buffer.from(saved.get(parameter)!.buffer),
      );
    }
    small.model.dispose();
  });
});

test('a file is told by its bytes, whatever it is called', async () => {
  const { small, place } = await leaving(kernels, { context: 'sequence', layers: 1 }, 'keras');
  const bytes = readFileSync(join(place, 'model.keras'));
  for (const name of ['model.keras', 'model', 'fable.h5']) await openAs('keras', sourceOf({ [name]: bytes }));
  expect(await openForeign(sourceOf({ 'model.keras': Buffer.from('long ago') }))).toBeUndefined();
  small.model.dispose();
});
