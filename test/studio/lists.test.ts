import { cpSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { EVENTS, type EventName, type RequestInput, type RequestName } from '../../electron/contract/studio.ts';
import { openWorkspace } from '../../electron/storage/workspace/workspace.ts';
import { createStudio, type Studio } from '../../electron/studio/index.ts';
import { models as cards } from '../renderer/fixtures/runs.ts';
import { storySymbols } from '../renderer/fixtures/stories.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { corpusNamed, runNamed, storyNamed } from '../storage/things.ts';
import { fakeLauncher } from './fake-worker.ts';
import { RESOURCES } from './open-studio.ts';

/** Files of a workspace's things that were opened, their own and their temporary ones. */
const opened = vi.hoisted(() => ({ files: 0 }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const counted = (path: unknown) =>
    void (/(stories|corpora|models|runs)[/\\].+json/.test(String(path)) && opened.files++);
  const readFile = (path: string, ...rest: never[]) => (counted(path), real.readFile(path, ...rest));
  const open: typeof real.open = (path, ...rest) => (counted(path), real.open(path, ...rest));
  return { ...real, readFile, open };
});
beforeEach(() => void (opened.files = 0));

const TEXT = ' the mice had a general council to consider what measures they could take'.repeat(20);
const told = { ...storyNamed('told'), symbols: storySymbols(TEXT), text: `a${TEXT}` };

/** A studio over a workspace with so many things of each kind: one is written, the others are copies as by hand. */
async function studioWith(count: number): Promise<Studio> {
  const folder = temporaryFolder();
  const { stories, corpora, runs, models } = await openWorkspace(folder);
  const id = 'thing-0';
  await mkdir(models.path(id));
  await stories.write({ ...told, id });
  await corpora.write(corpusNamed(id));
  await runs.write(runNamed(id, { status: 'stopped' }));
  await models.write({ ...cards[0], id });
  for (const kind of [stories, corpora, runs, models])
    for (let at = 1; at < count; at++) cpSync(kind.path(id), kind.path(`thing-${at}`), { recursive: true });
  const { launch } = fakeLauncher();
  const studio = await createStudio({ workspace: folder, resources: RESOURCES, launchWorker: launch, version: '0' });
  onTestFinished(() => studio.close());
  return studio;
}

/** What one request costs: bytes of its answer and of the events it brings, and files opened for it. */
async function costOf<N extends RequestName>(studio: Studio, name: N, input: RequestInput<N>) {
  let bytes = 0;
  const names = Object.keys(EVENTS) as EventName[];
  const ends = names.map((event) =>
    studio.on(event, (payload) => {
      EVENTS[event].parse(payload);
      bytes += JSON.stringify(payload).length;
    }),
  );
  opened.files = 0;
  const answer = await studio.request(name, input);
  for (const end of ends) end();
  return { name, bytes: bytes + JSON.stringify(answer).length, files: opened.files, answer };
}

async function costs(count: number) {
  const studio = await studioWith(count);
  const found = [];
  found.push(await costOf(studio, 'stories.unkeep', { id: 'thing-3' }));
  found.push(await costOf(studio, 'stories.keep', { id: 'thing-3' }));
  found.push(await costOf(studio, 'stories.read', { id: 'thing-3' }));
  for (const kind of ['stories', 'models', 'corpora', 'runs'] as const)
    for (const [verb, input] of [
      ['rename', { id: 'thing-3', name: 'Renamed' }],
      ['delete', { id: 'thing-3' }],
      ['restore', { id: 'thing-3' }],
    ] as const)
      found.push(await costOf(studio, `${kind}.${verb}`, input as RequestInput<'stories.rename'>));
  return found;
}

test('what a change costs does not grow with what the workspace holds', async () => {
  const [few, many] = [await costs(10), await costs(300)];
  for (const [at, { name, bytes, files }] of many.entries()) {
    expect(Math.abs(bytes - few[at].bytes), name).toBeLessThan(64);
    expect(files, name).toBe(few[at].files);
    expect(files, name).toBeLessThanOrEqual(3);
    if (name !== 'stories.read') expect(bytes, name).toBeLessThan(16_000);
  }
});

test('the state names every story in a few hundred bytes, and opens only what is new', async () => {
  const studio = await studioWith(40);
  const { stories } = await studio.request('studio.state', {});
  expect(JSON.stringify(stories).length / stories.length).toBeLessThan(500);
  const others = await costOf(studio, 'studio.state', {});
  const kept = await studio.request('stories.keep', { id: 'thing-3', title: 'Another' });
  const again = await costOf(studio, 'studio.state', {});
  expect(again.files - others.files).toBe(1);
  expect((await studio.request('studio.state', {})).stories).toContainEqual(kept);
});

test('each change is told as the one thing that changed', async () => {
  const studio = await studioWith(2);
  const heard: unknown[] = [];
  for (const kind of ['corpora', 'models', 'stories'] as const)
    for (const what of ['changed', 'removed'] as const)
      studio.on(`${kind}.${what}`, (payload) => heard.push([`${kind}.${what}`, payload]));
  const model = await studio.request('models.rename', { id: 'thing-1', name: 'Aesop' });
  await studio.request('corpora.delete', { id: 'thing-0' });
  const corpus = await studio.request('corpora.restore', { id: 'thing-0' });
  const kept = await studio.request('stories.keep', { id: 'thing-1', title: 'Of mice' });
  await studio.request('stories.delete', { id: kept.id });
  expect(heard).toEqual([
    ['models.changed', { model }],
    ['corpora.removed', { id: 'thing-0' }],
    ['corpora.changed', { corpus }],
    ['stories.changed', { story: kept }],
    ['stories.removed', { id: kept.id }],
  ]);
  expect(await studio.request('stories.restore', { id: kept.id })).toEqual(kept);
  expect(await studio.request('stories.read', { id: kept.id })).toMatchObject({ title: 'Of mice', text: told.text });
});
