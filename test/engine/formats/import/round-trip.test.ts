import { beforeAll, describe, expect, test } from 'vitest';
import { formatFacts } from '../../../../electron/contract/export-formats.ts';
import { samplingSchema } from '../../../../electron/contract/story.ts';
import { foreignFormats } from '../../../../electron/engine/formats/import/index.ts';
import { loadNetwork } from '../../../../electron/engine/formats/load-network.ts';
import { Storyteller, type StorytellerParts } from '../../../../electron/engine/generation/storyteller.ts';
import { createKernels, type Kernels } from '../../../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../../../electron/engine/runtime/index.ts';
import { CASES, HARD_CASES } from '../../../programs/cases.ts';
import { leaving, saved } from '../leaving.ts';
import { adopted } from './adopted.ts';
import { folderSource } from './sources.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = createKernels(await loadRuntime());
});

const FORMATS = Object.keys(foreignFormats) as (keyof typeof foreignFormats)[];
const MANNERS = [
  { greedy: true, length: 20 },
  { greedy: false, length: 20, temperature: 1.1, seed: 7 },
];

async function stories(parts: StorytellerParts): Promise<string[]> {
  const told: string[] = [];
  for (const manner of MANNERS)
    told.push((await new Storyteller(parts).tell('had a general', samplingSchema.parse(manner))).text);
  return told;
}

describe.each(FORMATS)('a model that leaves as %s and comes back tells the same stories', (format) => {
  const sayable = formatFacts(format).logisticOnly ? CASES : [...CASES, ...HARD_CASES];
  test.each(sayable)('$input, $context, $layers layers, tied $tieWeights', async (settings) => {
    const { small, place } = await leaving(kernels, settings, format);
    const { card, format: read, parts } = await adopted(folderSource(place));
    expect(read).toBe(format);
    const { input, context, layers } = settings;
    expect(card.hyperparameters).toMatchObject({ input, context, layers, units: 6, tokenizer: 'whitespace' });
    expect(await stories(parts)).toEqual(await stories(await loadNetwork(await saved(small))));
    small.model.dispose();
  });
});

test('the card tells where it comes from, and nothing that the file does not say', async () => {
  const { small, place } = await leaving(kernels, { context: 'sequence' }, 'safetensors');
  const { card } = await adopted(folderSource(place));
  const origin = { format: 'safetensors', vocabulary: 'vocabulary.json', form: 'own' };
  expect(card).toMatchObject({ name: 'Small', prompt: 'had a general', origin });
  for (const unknown of ['run', 'corpus', 'step', 'seconds', 'engine'] as const) expect(card[unknown]).toBeUndefined();
  expect(card.metrics).toEqual({ loss: null, accuracy: null, perplexity: null });
  small.model.dispose();
});
