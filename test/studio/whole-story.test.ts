import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ToldStory } from '../../electron/contract/story.ts';
import { samplingSchema } from '../../electron/contract/story.ts';
import type { MadeFile } from '../../electron/contract/studio.ts';
import { createStudio } from '../../electron/studio/index.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { fakeLauncher } from './fake-worker.ts';
import { importFable, openStudio, QUICK, reached, RESOURCES } from './open-studio.ts';

test('a text becomes a run, a model, a story, an archive and a model again; all of it is there after a restart', async () => {
  const folder = temporaryFolder();
  const studio = await openStudio(folder);
  const heard: string[] = [];
  for (const event of ['corpora.changed', 'runs.report', 'runs.sample', 'models.changed', 'stories.changed'] as const)
    studio.on(event, () => heard.push(event));
  const told: number[] = [];
  studio.on('runs.report', ({ before = [], report }) => told.push(...before.map(({ step }) => step), report.step));
  const corpus = await importFable(studio);
  expect(corpus).toMatchObject({ name: 'The Fable', origin: 'file', language: 'en' });

  const run = await studio.request('runs.start', { corpus: corpus.id, hyperparameters: QUICK });
  expect(run).toMatchObject({ status: 'queued', name: 'The Fable', hyperparameters: QUICK });
  const done = await reached(studio, run.id, 'done', 'failed');
  expect(done).toMatchObject({ status: 'done', step: 60, model: run.id, engine: { engine: 'portable' } });
  expect(done.final!.accuracy).toBeGreaterThan(0.05);
  const { models } = await studio.request('studio.state', {});
  expect(models).toMatchObject([{ id: run.id, corpus: { sha256: corpus.sha256, language: 'en' } }]);
  const { reports, total } = await studio.request('runs.metrics', { id: run.id, points: 100 });
  expect([total, reports.at(-1)!.step]).toEqual([reports.length, 60]);
  // whoever listens misses none, however quickly they come
  expect(told).toEqual(reports.map(({ step }) => step));
  const { samples } = await studio.request('runs.samples', { id: run.id });
  expect(samples.some(({ story }) => story.length > 20)).toBe(true);

  const sampling = samplingSchema.parse({ greedy: true, length: 12 });
  const symbols: string[] = [];
  studio.on('stories.symbols', (event) => symbols.push(...event.symbols.map(({ text }) => text)));
  const telling = await studio.request('stories.tell', { model: run.id, prompt: 'the mice had', sampling });
  const written: string[] = [];
  studio.on('stories.told', ({ job, id }) => written.push(job, id));
  const story = (await studio.wait(telling.job)) as ToldStory;
  expect(story).toMatchObject({ model: run.id, prompt: 'the mice had' });
  expect(symbols).toEqual(story.symbols.map(({ text }) => text));
  expect(symbols).toHaveLength(12);
  expect(written).toEqual([telling.job, expect.any(String)]);
  expect(await studio.request('stories.read', { id: written[1] })).toMatchObject({ text: story.text });
  const kept = await studio.request('stories.keep', { id: written[1] });
  expect(kept.title.startsWith('the mice had')).toBe(true);
  const { symbols: prompt } = await studio.request('stories.prompt', { model: run.id, text: 'the micee had' });
  expect(prompt.map(({ known }) => known)).toEqual([true, false, true]);
  const space = corpus.statistics.tokenizer === 'words' ? ' ' : '';
  const copied = await studio.request('stories.copied', {
    model: run.id,
    symbols: ['long', ...['ago', ',', 'the', 'mice', 'had', 'a', 'nonsense'].map((word) => space + word)],
  });
  expect(copied).toMatchObject({
    texts: [corpus.id],
    spans: [{ start: 0, length: 7, corpus: corpus.id, position: 0, offset: 0 }],
  });
  const [{ offset, characters }] = copied.spans;
  const { text: place } = await studio.request('corpora.text', { id: corpus.id, offset, length: characters });
  expect(place.trim().toLowerCase().replace(' ,', ',')).toBe('long ago, the mice had a');

  const map = await studio.request('models.map', { id: run.id, symbols: 50 });
  expect(map.points[0]).toMatchObject({
    symbol: corpus.statistics.top[0].symbol,
    times: corpus.statistics.top[0].count,
  });
  const near = await studio.request('models.neighbours', { id: run.id, word: 'mice', limit: 8 });
  expect(near).toMatchObject({ source: 'embedding', symbol: `${space}mice` });
  expect(near.neighbours).toHaveLength(8);

  const leaving = await studio.request('models.export', { id: run.id, format: 'tfjs' });
  const archive = (await studio.wait(leaving.job)) as MadeFile;
  expect(archive.name).toBe('the-fable-tfjs.zip');
  const path = await studio.files.use(archive.file, 'made', async (file) => file.path);
  expect(readFileSync(path).length).toBe(archive.bytes);
  const back = await studio.request('models.import', { file: studio.files.grant(path) });
  expect(back.id).not.toBe(run.id);
  const again = await studio.request('stories.tell', { model: back.id, prompt: 'the mice had', sampling });
  expect(((await studio.wait(again.job)) as ToldStory).text).toBe(story.text);

  await studio.request('models.delete', { id: back.id });
  await studio.request('models.rename', { id: run.id, name: '铃铛' });
  await studio.request('corpora.delete', { id: corpus.id });
  await expect(studio.request('corpora.text', { id: corpus.id, offset: 0, length: 10 })).rejects.toMatchObject({
    code: 'corpus-missing',
  });
  await studio.request('corpora.restore', { id: corpus.id });
  const before = await studio.request('studio.state', {});
  await studio.close();
  const reopened = await openStudio(folder);
  expect(await reopened.request('studio.state', {})).toEqual(before);
  expect(before.models.map(({ name }) => name)).toEqual(['铃铛']);
  expect((await reopened.request('models.restore', { id: back.id })).id).toBe(back.id);
  const text = await reopened.request('corpora.text', { id: corpus.id, offset: 0, length: 8 });
  expect(text).toEqual({ text: 'long ago', characters: corpus.characters, line: 1 });
  expect(new Set(heard).size).toBe(5);

  const model = join(folder, 'models', run.id);
  const copy = join(temporaryFolder(), 'copied-model');
  cpSync(model, copy, { recursive: true });
  expect((await reopened.request('models.import', { file: reopened.files.grant(copy) })).name).toBe('铃铛 2');
  truncateSync(join(copy, 'weights.bin'), 10);
  const importing = () => reopened.request('models.import', { file: reopened.files.grant(copy) });
  await expect(importing()).rejects.toMatchObject({ code: 'model-truncated', values: { id: 'copied-model' } });
  rmSync(join(copy, 'vocabulary.json'));
  await expect(importing()).rejects.toMatchObject({ code: 'model-file-missing', values: { file: 'vocabulary.json' } });
  const story2 = join(temporaryFolder(), 'story.zip');
  writeFileSync(story2, 'not a zip');
  await expect(reopened.request('models.import', { file: reopened.files.grant(story2) })).rejects.toMatchObject({
    code: 'not-a-model',
    values: { name: 'story.zip' },
  });
  expect((await reopened.request('studio.state', {})).models).toHaveLength(3);
});

test('a pasted text is a corpus; bad ones are told and leave nothing', async () => {
  const studio = await openStudio(temporaryFolder());
  const paste = (text: string) => studio.request('corpora.paste', { name: '寓言', text });
  const corpus = await studio.wait((await paste('守株待兔。宋人有耕田者。')).job);
  expect(corpus).toMatchObject({ name: '寓言', origin: 'paste', language: 'zh' });
  await expect(studio.wait((await paste(' ')).job)).rejects.toMatchObject({ code: expect.stringMatching(/^text-/) });
  expect((await studio.request('studio.state', {})).corpora).toHaveLength(1);
});

test('a host that stays brings the shipped texts once; a deleted one stays away', async () => {
  const folder = temporaryFolder();
  const studio = await openStudio(folder, { resident: true });
  const corpora = async (from = studio) => (await from.request('studio.state', {})).corpora;
  await expect.poll(async () => (await corpora()).length, { timeout: 60_000 }).toBe(3);
  expect((await corpora()).map(({ origin }) => origin)).toEqual(['sample', 'sample', 'sample']);
  expect((await corpora()).map(({ name }) => name).sort()).toEqual([
    'Belling the Cat',
    'Chinese Fables',
    'Tiny Shakespeare',
  ]);
  await expect.poll(async () => (await studio.request('studio.state', {})).jobs.length).toBe(0);
  await studio.request('corpora.delete', { id: (await corpora())[0].id });
  await studio.close();
  const again = await openStudio(folder, { resident: true });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await corpora(again)).toHaveLength(2);
});

test('input is parsed strictly where it enters', async () => {
  const { launch } = fakeLauncher();
  const workspace = temporaryFolder();
  const studio = await createStudio({ workspace, resources: RESOURCES, launchWorker: launch, version: '0' });
  const ask = (name: string, input: unknown) => studio.request(name as never, input as never);
  await expect(ask('studio.destroy', {})).rejects.toMatchObject({ code: 'request-unknown' });
  await expect(ask('constructor', {})).rejects.toMatchObject({ code: 'request-unknown' });
  await expect(ask('studio.state', { extra: 1 })).rejects.toMatchObject({ code: 'request-malformed' });
  await expect(ask('corpora.import', { file: '/etc/passwd' })).rejects.toMatchObject({ code: 'request-malformed' });
  await expect(ask('corpora.import', { file: `file_${'0'.repeat(36)}` })).rejects.toMatchObject({
    code: 'file-not-granted',
  });
  await expect(ask('runs.start', { corpus: '../x', hyperparameters: {} })).rejects.toMatchObject({
    code: 'request-malformed',
  });
  await expect(ask('runs.start', { corpus: 'none', hyperparameters: {} })).rejects.toMatchObject({
    code: 'corpus-missing',
  });
  await expect(ask('jobs.cancel', { job: 'job_00000000' })).rejects.toMatchObject({ code: 'job-missing' });
  await expect(ask('settings.set', { language: 'klingon' })).rejects.toMatchObject({ code: expect.any(String) });
  expect(await studio.request('settings.set', { language: 'zh' })).toMatchObject({ language: 'zh', engine: 'auto' });
  expect((await studio.request('studio.state', {})).settings.language).toBe('zh');
  await studio.close();
});
