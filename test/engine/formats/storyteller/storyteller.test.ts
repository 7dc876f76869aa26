import { beforeAll, describe, expect, test } from 'vitest';
import type { Precision } from '../../../../electron/contract/precision.ts';
import { samplingSchema } from '../../../../electron/contract/story.ts';
import { openLeaving, saveModel, type LoadedModel } from '../../../../electron/engine/formats/index.ts';
import { html } from '../../../../electron/engine/formats/storyteller/html-format.ts';
import { readStoryteller, readWords } from '../../../../electron/engine/formats/storyteller/read-storyteller.ts';
import { Storyteller, type StorytellerParts } from '../../../../electron/engine/generation/storyteller.ts';
import { createReader } from '../../../../electron/engine/generation/reader.ts';
import { score } from '../../../../electron/engine/generation/sampling.ts';
import { InferenceNetwork } from '../../../../electron/engine/inference/network.ts';
import { createKernels, type Kernels } from '../../../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../../../electron/engine/runtime/index.ts';
import { taughtModel, tellerOf } from '../../generation/taught.ts';
import { unheard } from '../leaving.ts';
import { emptyFolder, FABLE, smallModel } from '../small-model.ts';
import { pageAt, pageSource } from './page-source.ts';

const GREEDY = samplingSchema.parse({ greedy: true, length: 40 });

let kernels: Kernels;
beforeAll(async () => {
  kernels = createKernels(await loadRuntime());
});

async function pageOf(model: Parameters<typeof saveModel>[1], precision: Precision): Promise<string> {
  const folder = emptyFolder();
  await saveModel(folder, model);
  const place = `${emptyFolder()}/page.html`;
  await html.write(await openLeaving(folder, unheard()), place, '.html', precision);
  return pageAt(place);
}

/** How much a text surprises what is in a page, each symbol after all before it. */
function perplexity({ network, tokenizer, vocabulary }: StorytellerParts): number {
  const reader = createReader(network);
  const ids = tokenizer.encode(FABLE).map((symbol) => vocabulary.id(symbol)!);
  let loss = 0;
  for (let at = 1; at < ids.length; at++) loss -= Math.log(score(reader.read([ids[at - 1]]), ids[at]).probability);
  return Math.exp(loss / (ids.length - 1));
}

describe('a page of float32 tells what the model tells', () => {
  test.each([
    { input: 'embedding', context: 'sequence', layers: 2, tieWeights: false },
    { input: 'embedding', context: 'sequence', layers: 1, tieWeights: true },
    { input: 'one-hot', context: 'window', layers: 1, tieWeights: false },
    { input: 'ordinal', context: 'window', layers: 2, tieWeights: false },
  ] as const)('$input, $context, $layers layers, tied $tieWeights', async (settings) => {
    const small = smallModel(kernels, { ...settings, windowLength: 3 });
    const parts = await readStoryteller(pageSource(await pageOf(small, 'float32')));
    const told = await new Storyteller(parts).tell('had a general', GREEDY);
    expect(told.symbols).toEqual((await tellerOf(small).tell('had a general', GREEDY)).symbols);
    small.model.dispose();
  });
});

test('a taught model keeps its perplexity within 1 % as int8, and within 0.1 % as float16', async () => {
  const taught = taughtModel(kernels, { context: 'sequence' }, { passes: 60 });
  const own = { network: InferenceNetwork.of(taught.model), ...taught };
  const exact = perplexity(own);
  const [int8, float16] = await Promise.all(
    (['int8', 'float16'] as const).map(async (precision) =>
      perplexity(await readStoryteller(pageSource(await pageOf(taught as LoadedModel, precision)))),
    ),
  );
  expect(exact).toBeLessThan(3);
  expect(Math.abs(int8 / exact - 1)).toBeLessThan(0.01);
  expect(Math.abs(float16 / exact - 1)).toBeLessThan(0.001);
  taught.model.dispose();
});

describe('what stands in a page', () => {
  test('is nothing that its owner noted, and nothing that a parser takes for an element', async () => {
    const small = smallModel(kernels);
    const card = { ...small.card, name: '</script><b>', note: 'for my eyes', tags: ['mine'], run: 'run-1' };
    const { manifest } = pageSource(await pageOf({ ...small, card }, 'int8'));
    const { card: out } = JSON.parse(manifest) as { card: Record<string, unknown> };
    expect(out.name).toBe('</script><b>');
    expect(Object.keys(out)).not.toEqual(expect.arrayContaining(['note']));
    expect(Object.keys(out)).not.toEqual(expect.arrayContaining(['run']));
    small.model.dispose();
  });

  test('is the list of Chinese words where the model knows such, and only there', async () => {
    const chinese = smallModel(kernels, { tokenizer: 'words' }, '从前有一群老鼠。老鼠们开会商量对付猫的办法。');
    const english = smallModel(kernels, { tokenizer: 'words' });
    expect(await readWords(pageSource(await pageOf(chinese, 'int8')), 2 ** 23)).toContain('\n');
    expect(await readWords(pageSource(await pageOf(english, 'int8')), 2 ** 23)).toBe('');
    chinese.model.dispose();
    english.model.dispose();
  });
});

describe('a damaged page is refused', () => {
  async function smallPage(): Promise<string> {
    const small = smallModel(kernels);
    const page = await pageOf(small, 'int8');
    small.model.dispose();
    return page;
  }
  const refused = async (html: string) =>
    expect(readStoryteller(pageSource(html))).rejects.toMatchObject({ code: 'page-damaged' });

  test('cut off anywhere in its model', async () => {
    const page = await smallPage();
    const from = page.indexOf('id="manifest"');
    const to = page.lastIndexOf('data-section');
    for (let part = 1; part < 8; part++) await refused(page.slice(0, from + ((to - from) * part) / 8));
  });

  test('with another letter in its weights, or more of them than there should be', async () => {
    const page = await smallPage();
    const at = page.lastIndexOf('data-section="weights">') + 60;
    await refused(page.slice(0, at) + (page[at] === 'A' ? 'B' : 'A') + page.slice(at + 1));
    const [whole] = /<script[^>]*data-section="weights">[^<]*<\/script>/.exec(page)!;
    await refused(page.replace(whole, whole + whole));
  });

  test('with a manifest that claims what does not fit', async () => {
    const page = await smallPage();
    for (const [from, to] of [
      ['"precision":"int8"', '"precision":"float32"'],
      ['"units":6', '"units":7'],
      ['"units":6', '"units":100000000'],
      [/"weights":\d+/, '"weights":1e15'],
      [/"vocabularySize":\d+/, '"vocabularySize":3'],
      ['"card":', '"more":1,"card":'],
    ] as const)
      await refused(page.replace(from, to));
  });
});
