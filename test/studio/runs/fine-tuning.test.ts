import { readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Corpus } from '../../../electron/contract/corpus.ts';
import type { Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import type { Studio } from '../../../electron/studio/index.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { importFable, QUICK, reached, reported, runOf, studioWithFable } from '../open-studio.ts';

async function paste(studio: Studio, name: string, text: string): Promise<Corpus> {
  const { job } = await studio.request('corpora.paste', { name, text });
  return (await studio.wait(job)) as Corpus;
}

async function learnt(studio: Studio, corpus: string, hyperparameters: Partial<Hyperparameters>, base?: string) {
  const run = await studio.request('runs.start', { corpus, base, hyperparameters });
  await reached(studio, run.id, 'done');
  const { models } = await studio.request('studio.state', {});
  return { run, card: models.find(({ id }) => id === run.id)! };
}

const symbolsOf = (workspace: string, model: string): string[] =>
  (JSON.parse(readFileSync(join(workspace, 'models', model, 'vocabulary.json'), 'utf8')) as { symbols: string[] })
    .symbols;

test('a model learns on from another text: with its network and words, and new ones; it may be gone meanwhile', async () => {
  const workspace = temporaryFolder();
  const { studio, fable } = await studioWithFable(workspace);
  const { card: base } = await learnt(studio, fable.id, QUICK);
  const owl = await paste(studio, 'The Owl', 'The owl said to the mice: who will tie the bell? '.repeat(20));
  const run = await studio.request('runs.start', { corpus: owl.id, base: base.id, hyperparameters: { steps: 4 } });
  const texts = [{ id: fable.id, name: 'The Fable', sha256: fable.sha256 }];
  expect(run).toMatchObject({
    base: { id: base.id, name: base.name, texts },
    hyperparameters: { units: 24, embeddingSize: 12, steps: 4 },
  });
  expect(run.hyperparameters.learningRate).toBeLessThan(base.hyperparameters.learningRate);
  await studio.request('models.delete', { id: base.id });
  await reached(studio, run.id, 'done');
  const { models } = await studio.request('studio.state', {});
  const card = models.find(({ id }) => id === run.id)!;
  expect(card).toMatchObject({ base: { id: base.id, texts }, corpus: { id: owl.id } });
  const symbols = symbolsOf(workspace, run.id);
  expect(symbols).toContain('owl');
  expect(symbols).toContain('council');
  expect(card.vocabularySize).toBe(symbols.length);
  // and on from that, with both texts remembered
  const again = await studio.request('runs.start', { corpus: fable.id, base: card.id, hyperparameters: { steps: 1 } });
  expect(again.base!.texts.map(({ name }) => name)).toEqual(['The Fable', 'The Owl']);
  await reached(studio, again.id, 'done');
});

test('what a story copies is looked for in every text of its model that is there, and found in the right one', async () => {
  const { studio, fable } = await studioWithFable(temporaryFolder());
  const owl = await paste(studio, 'The Owl', 'Who will tie the bell, said the owl to the mice? '.repeat(20));
  const { card: first } = await learnt(studio, fable.id, { ...QUICK, steps: 2 });
  const { card: second } = await learnt(studio, owl.id, { steps: 1 }, first.id);
  const { card: third } = await learnt(studio, fable.id, { steps: 1 }, second.id);
  const copied = async (model: string, line: string) => {
    const { symbols } = await studio.request('stories.prompt', { model, text: line });
    return studio.request('stories.copied', { model, symbols: symbols.map(({ text }) => text) });
  };
  const both = 'the mice had a general council to consider and then tie the bell, said the owl to the mice';
  const found = await copied(second.id, both);
  expect(found).toMatchObject({ texts: [owl.id, fable.id], gone: [], long: [], more: false });
  expect(found.spans.map(({ corpus }) => corpus)).toEqual([fable.id, owl.id]);
  for (const { corpus, offset, characters } of found.spans) {
    const { text } = await studio.request('corpora.text', { id: corpus, offset, length: characters });
    expect(text).toMatch(corpus === owl.id ? /^tie the bell/ : /^the mice had a general council/);
  }
  expect((await copied(first.id, both)).spans.map(({ corpus }) => corpus)).toEqual([fable.id]);
  // a text that was learnt twice is searched once
  expect((await copied(third.id, both)).texts).toEqual([fable.id, owl.id]);

  await studio.request('corpora.delete', { id: fable.id });
  expect(await copied(second.id, both)).toMatchObject({ texts: [owl.id], gone: ['The Fable'] });
  const anew = await importFable(studio);
  expect((await copied(second.id, both)).texts).toEqual([owl.id, anew.id]);
  // the last text gone, those before it are searched all the same
  await studio.request('corpora.delete', { id: owl.id });
  expect(await copied(second.id, both)).toMatchObject({ texts: [anew.id], gone: ['The Owl'] });
  await studio.request('corpora.delete', { id: anew.id });
  await expect(copied(second.id, both)).rejects.toMatchObject({ code: 'corpus-missing', values: { id: 'The Owl' } });
});

test('a run begins as its base model ended, also when it comes to its turn only after it was stopped', async () => {
  const { studio, fable } = await studioWithFable(temporaryFolder());
  const { card: base } = await learnt(studio, fable.id, QUICK);
  // a step too small to change a prediction
  const still = { steps: 1, learningRate: 1e-7, validationFraction: 0 };
  const { card } = await learnt(studio, fable.id, still, base.id);
  expect(card.metrics.accuracy).toBeCloseTo(base.metrics.accuracy!, 6);
  expect(card.metrics.loss).toBeCloseTo(base.metrics.loss!, 3);

  const first = await studio.request('runs.start', { corpus: fable.id, hyperparameters: { ...QUICK, steps: 1e7 } });
  const run = await studio.request('runs.start', { corpus: fable.id, base: base.id, hyperparameters: still });
  await studio.request('runs.stop', { id: run.id });
  const { step: began } = (await studio.request('runs.trace', {
    id: run.id,
    step: 0,
    pin: { text: 'the mice had a' },
  })) as { step: number };
  expect(began).toBe(0);
  await studio.request('runs.resume', { id: run.id });
  const done = reached(studio, run.id, 'done');
  await studio.request('runs.stop', { id: first.id });
  expect((await done).final!.loss).toBeCloseTo(base.metrics.loss!, 3);
});

test('a run that was paused ends as one that was not, whatever became of its base model meanwhile', async () => {
  const { studio, fable } = await studioWithFable(temporaryFolder());
  const { card: base } = await learnt(studio, fable.id, { ...QUICK, steps: 2 });
  const hyperparameters = { steps: 200, reportEvery: 5, checkpointEvery: 50 };
  const { run: whole } = await learnt(studio, fable.id, hyperparameters, base.id);
  const run = await studio.request('runs.start', { corpus: fable.id, base: base.id, hyperparameters });
  await reported(studio, run.id, 5);
  const paused = reached(studio, run.id, 'paused');
  await studio.request('runs.pause', { id: run.id });
  await paused;
  await studio.request('models.delete', { id: base.id });
  const done = reached(studio, run.id, 'done');
  await studio.request('runs.resume', { id: run.id });
  expect((await done).final).toEqual((await runOf(studio, whole.id))!.final);
});

test('what a model cannot learn on from is refused before anything is written', async () => {
  const { studio, fable } = await studioWithFable(temporaryFolder());
  const { card: base } = await learnt(studio, fable.id, { ...QUICK, steps: 2 });
  const { card: bare } = await learnt(studio, fable.id, { ...QUICK, steps: 2, input: 'ordinal' });
  const start = (wishes: object) =>
    studio.request('runs.start', { corpus: fable.id, base: base.id, hyperparameters: {}, ...wishes });
  const { runs: before } = await studio.request('studio.state', {});
  await expect(start({ base: bare.id })).rejects.toMatchObject({ code: 'base-bare', values: { name: bare.name } });
  await expect(start({ base: 'nobody' })).rejects.toMatchObject({ code: 'model-missing' });
  await expect(start({ preset: 'fable' })).rejects.toMatchObject({
    code: 'setting-conflict',
    values: { value: 'fable' },
  });
  for (const hyperparameters of [{ units: 25 }, { tokenizer: 'characters' }, { tieWeights: true }])
    await expect(start({ hyperparameters })).rejects.toMatchObject({
      code: 'setting-conflict',
      values: { value: String(Object.values(hyperparameters)[0]) },
    });
  // the same as the model has is no other
  const same = await start({ hyperparameters: { units: 24, steps: 1 } });
  await reached(studio, same.id, 'done');
  expect((await studio.request('studio.state', {})).runs).toHaveLength(before.length + 1);
  expect(await runOf(studio, same.id)).toMatchObject({ status: 'done' });
});

test('a copy of the base that is damaged or gone is told by its model’s name; put back, the run begins', async () => {
  const workspace = temporaryFolder();
  const { studio, fable } = await studioWithFable(workspace);
  const { card: base } = await learnt(studio, fable.id, { ...QUICK, steps: 2 });
  const first = await studio.request('runs.start', { corpus: fable.id, hyperparameters: { ...QUICK, steps: 1e7 } });
  const run = await studio.request('runs.start', { corpus: fable.id, base: base.id, hyperparameters: { steps: 1 } });
  await studio.request('runs.stop', { id: run.id });
  await studio.request('runs.stop', { id: first.id });
  const copy = join(workspace, 'runs', run.id, 'base');
  const error = { code: 'base-damaged', values: { name: base.name, path: copy } };
  renameSync(copy, `${copy}-aside`);
  await studio.request('runs.resume', { id: run.id });
  await reached(studio, run.id, 'failed');
  expect((await runOf(studio, run.id))!.error).toMatchObject(error);
  renameSync(`${copy}-aside`, copy);
  const weights = join(copy, 'weights.bin');
  const whole = readFileSync(weights);
  truncateSync(weights, 100);
  const pin = { text: 'the mice had a' };
  await expect(studio.request('runs.trace', { id: run.id, step: 0, pin })).rejects.toMatchObject(error);
  rmSync(weights);
  writeFileSync(weights, whole);
  await studio.request('runs.resume', { id: run.id });
  await reached(studio, run.id, 'done');
});
