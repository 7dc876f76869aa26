import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { samplingSchema, type Story, type StorySymbol } from '../../../electron/contract/story.ts';
import type { RequestInput } from '../../../electron/contract/studio.ts';
import type { ToWorker } from '../../../electron/contract/worker.ts';
import { openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import { createStudio, type Studio } from '../../../electron/studio/index.ts';
import { corpora as texts } from '../../renderer/fixtures/corpora.ts';
import { models as cards } from '../../renderer/fixtures/runs.ts';
import { storySymbols } from '../../renderer/fixtures/stories.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { fakeLauncher, type FakeWorker } from '../fake-worker.ts';
import { RESOURCES } from '../open-studio.ts';

const MODEL = cards[0].id;
const PROMPT = 'The mice had';
const sampling = samplingSchema.parse({});
type Told = Extract<ToWorker, { type: 'job' }>;

/** What the worker does with a telling; whole stories are of the words given. */
interface Teller {
  act: (worker: FakeWorker, message: Told) => void;
}
const says = (worker: FakeWorker, { job }: Told, words: string) =>
  worker.say({ type: 'symbols', job, symbols: storySymbols(words) });
const tells = (words: string, symbols: StorySymbol[] = storySymbols(words)) => {
  return (worker: FakeWorker, message: Told) => {
    says(worker, message, words);
    const text = PROMPT + symbols.map((symbol) => symbol.text).join('');
    const result = { model: MODEL, prompt: PROMPT, sampling, symbols, text, symbolsPerSecond: 9 };
    worker.say({ type: 'done', job: message.job, result });
  };
};

async function open(folder = temporaryFolder()) {
  const teller: Teller = { act: tells(' a general council') };
  const { launch, workers } = fakeLauncher((worker, message) => {
    if (message.type === 'job' && message.kind === 'tell') teller.act(worker, message);
    if (message.type === 'stop') worker.say({ type: 'stopped', job: message.job });
  });
  const { models } = await openWorkspace(folder);
  await mkdir(models.path(MODEL), { recursive: true });
  await models.write(cards[0]);
  const studio = await createStudio({ workspace: folder, resources: RESOURCES, launchWorker: launch, version: '0' });
  onTestFinished(() => studio.close());
  const list = async () => (await studio.request('studio.state', {})).stories;
  return { folder, studio, teller, workers, list };
}

/** Tells; ends as the job does. @returns what was written of it */
async function told(studio: Studio, more: Partial<RequestInput<'stories.tell'>> = {}): Promise<Story | undefined> {
  const written = new Map<string, string>();
  const end = studio.on('stories.told', ({ job, id }) => void written.set(job, id));
  const { job } = await studio.request('stories.tell', { model: MODEL, prompt: PROMPT, sampling, ...more });
  await studio.wait(job).catch(() => undefined);
  end();
  const id = written.get(job);
  return id === undefined ? undefined : studio.request('stories.read', { id });
}

test('every telling is written by itself, without a star, and is there in the next studio', async () => {
  const { folder, studio, list } = await open();
  const heard: unknown[] = [];
  studio.on('stories.changed', ({ story }) => heard.push(story));
  const first = await told(studio);
  const second = await told(studio);
  expect(first).toMatchObject({
    model: MODEL,
    title: 'The mice had a general council',
    text: `${PROMPT} a general council`,
  });
  expect(first?.keptAt).toBeUndefined();
  expect(second?.id).not.toBe(first?.id);
  expect(heard).toEqual(expect.arrayContaining(await list()));
  expect(heard).toHaveLength(2);
  await studio.close();
  const { list: again } = await open(folder);
  expect((await again()).map(({ id }) => id).sort()).toEqual([first!.id, second!.id].sort());
});

test('one that is left off, or whose process dies, is written as far as it was told', async () => {
  const { studio, teller } = await open();
  teller.act = (worker, message) => {
    says(worker, message, ' a general');
    setImmediate(() => void studio.request('studio.state', {}).then(({ jobs }) => cancel(jobs[0].job)));
  };
  const cancel = (job: string) => studio.request('jobs.cancel', { job });
  expect(await told(studio)).toMatchObject({
    text: `${PROMPT} a general`,
    symbols: [{ text: ' a' }, { text: ' general' }],
  });
  teller.act = (worker, message) => {
    says(worker, message, ' a bell');
    worker.die();
  };
  expect(await told(studio)).toMatchObject({ text: `${PROMPT} a bell` });
});

test('nothing is written where nothing was told', async () => {
  const { studio, teller, list } = await open();
  teller.act = (worker) => worker.die();
  expect(await told(studio)).toBeUndefined();
  expect(await list()).toEqual([]);
});

test('a process that dies while it tells is not taken for a training', async () => {
  const { studio, teller } = await open();
  teller.act = (worker) => worker.die({ lastLines: ['its last line'] });
  const { job } = await studio.request('stories.tell', { model: MODEL, prompt: PROMPT, sampling });
  await expect(studio.wait(job)).rejects.toMatchObject({ code: 'teller-died', detail: 'its last line' });
});

test('what is under way when the studio closes is written', async () => {
  const { folder, studio, teller } = await open();
  const begun = new Promise<void>((resolve) => studio.on('stories.symbols', () => resolve()));
  teller.act = (worker, message) => says(worker, message, ' a general');
  await studio.request('stories.tell', { model: MODEL, prompt: PROMPT, sampling });
  await begun;
  await studio.close();
  const { list } = await open(folder);
  expect(await list()).toMatchObject([{ excerpt: `${PROMPT} a general` }]);
});

test('told on from its end it grows; kept, it stays and the longer one is new', async () => {
  const { studio, teller, list } = await open();
  const short = (await told(studio))!;
  const continuation = short.symbols.map(({ text }) => text);
  const more = ' a general council to consider';
  teller.act = tells(' to consider', storySymbols(more));
  const grown = (await told(studio, { continuation, from: short.id }))!;
  expect(grown).toMatchObject({ id: short.id, text: PROMPT + more });
  expect(await list()).toHaveLength(1);
  await studio.request('stories.keep', { id: short.id });
  teller.act = tells(' what', storySymbols(`${more} what`));
  const longer = (await told(studio, { continuation: grown.symbols.map(({ text }) => text), from: grown.id }))!;
  expect(longer.id).not.toBe(short.id);
  expect(await studio.request('stories.read', { id: short.id })).toMatchObject({ text: PROMPT + more });
  expect(await list()).toHaveLength(2);
});

test('told anew from a word it is a new one, whole with its chances also where it is left off', async () => {
  const { studio, teller } = await open();
  const first = (await told(studio))!;
  teller.act = (worker, message) => {
    says(worker, message, ' slept');
    worker.die();
  };
  const anew = (await told(studio, { continuation: [' a', ' cat'], from: first.id }))!;
  expect(anew.id).not.toBe(first.id);
  expect(anew.text).toBe(`${PROMPT} a cat slept`);
  const [same, chosen] = anew.symbols;
  expect(same.probability).toBeCloseTo(first.symbols[0].probability);
  const cat = first.symbols[1].runnersUp.find(({ text }) => text === ' cat')!;
  expect(chosen.probability).toBeCloseTo(cat.probability);
  expect(chosen.runnersUp.map(({ text }) => text)).toContain(' general');
  expect(await studio.request('stories.read', { id: first.id })).toMatchObject({ text: first.text });
});

test('a star is given with a title, and taken off again', async () => {
  const { studio, list } = await open();
  const { id } = (await told(studio))!;
  const kept = await studio.request('stories.keep', { id, title: 'Of mice' });
  expect(kept).toMatchObject({ id, title: 'Of mice', keptAt: expect.any(String) });
  expect(await studio.request('stories.keep', { id })).toEqual(kept);
  const { keptAt: _, ...unkept } = kept;
  expect(await studio.request('stories.unkeep', { id })).toEqual(unkept);
  expect(await list()).toEqual([unkept]);
  await expect(studio.request('stories.keep', { id: 'nobody' })).rejects.toMatchObject({ code: 'story-missing' });
});

test('a story is told while what another one copies is still searched for', async () => {
  const { folder, studio, workers } = await open();
  const { corpora } = await openWorkspace(folder);
  const text = texts.find(({ id }) => id === cards[0].corpus!.id)!;
  await mkdir(corpora.path(text.id), { recursive: true });
  await corpora.write(text);
  await writeFile(join(corpora.path(text.id), 'text.txt'), 'The mice had a general council.');
  const copied = studio.request('stories.copied', { model: MODEL, symbols: ['The', ' mice'] });
  const failed = expect(copied).rejects.toMatchObject({ code: 'helper-died' });
  // no answer comes of that one
  await vi.waitFor(() => expect(workers).toHaveLength(1));
  expect(await told(studio)).toMatchObject({ text: `${PROMPT} a general council` });
  await studio.close();
  await failed;
});
