import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createStudio, type Studio } from '../../../electron/studio/index.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { fakeLauncher } from '../fake-worker.ts';
import { RESOURCES } from '../open-studio.ts';

const passage = { text: 'a general\ncouncil', story: 'one', title: 'Of mice', model: 'fable', start: 3, length: 4 };

async function open(workspace: string): Promise<Studio> {
  const { launch } = fakeLauncher();
  const studio = await createStudio({ workspace, resources: RESOURCES, launchWorker: launch, version: '0' });
  onTestFinished(() => studio.close());
  return studio;
}
const listed = async (studio: Studio) => (await studio.request('studio.state', {})).passages;

test('a passage is kept with where it is from, annotated, deleted and had back, and is there in the next studio', async () => {
  const folder = temporaryFolder();
  const studio = await open(folder);
  const heard: unknown[] = [];
  studio.on('passages.changed', (payload) => heard.push(payload));
  studio.on('passages.removed', (payload) => heard.push(payload));
  const kept = await studio.request('passages.keep', passage);
  expect(kept).toMatchObject({ ...passage, note: '' });
  const noted = await studio.request('passages.note', { id: kept.id, note: '  Good.\nUse it. ' });
  expect(noted).toEqual({ ...kept, note: 'Good.\nUse it.' });
  await studio.request('passages.delete', { id: kept.id });
  expect(await listed(studio)).toEqual([]);
  expect(await studio.request('trash.describe', {})).toMatchObject({ items: 1 });
  expect(await studio.request('passages.restore', { id: kept.id })).toEqual(noted);
  expect(heard).toEqual([{ passage: kept }, { passage: noted }, { id: kept.id }, { passage: noted }]);
  await studio.close();
  expect(await listed(await open(folder))).toEqual([noted]);
});

test('a damaged one, or one of a later Aesop, hides no other', async () => {
  const folder = temporaryFolder();
  const studio = await open(folder);
  const ids = [];
  for (const text of ['one', 'two', 'three'])
    ids.push((await studio.request('passages.keep', { ...passage, text })).id);
  const path = (id: string) => join(folder, 'passages', `${id}.json`);
  await writeFile(path(ids[0]), '{"version":1');
  const later = (await readFile(path(ids[1]), 'utf8')).replace('"version": 1', '"version": 2');
  await writeFile(path(ids[1]), later);
  expect((await listed(studio)).map(({ id }) => id)).toEqual([ids[2]]);
  await expect(studio.request('passages.note', { id: ids[1], note: 'x' })).rejects.toMatchObject({
    code: 'model-newer',
  });
  expect(await readFile(path(ids[1]), 'utf8')).toBe(later);
});

test('what is too long, or no stretch, is refused', async () => {
  const studio = await open(temporaryFolder());
  for (const change of [{ text: 'a'.repeat(10_001) }, { text: '' }, { length: 0 }, { start: -1 }, { extra: 1 }])
    await expect(studio.request('passages.keep', { ...passage, ...change })).rejects.toMatchObject({
      code: 'request-malformed',
    });
  await expect(studio.request('passages.note', { id: 'nobody', note: '' })).rejects.toMatchObject({
    code: 'passage-missing',
  });
});
