import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { BookletContent, Piece } from '../../../electron/contract/booklet.ts';
import { BOOKLET_LIMITS } from '../../../electron/contract/limits.ts';
import { createStudio, type Studio } from '../../../electron/studio/index.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { fakeLauncher } from '../fake-worker.ts';
import { RESOURCES } from '../open-studio.ts';

const told = { title: 'Of mice', model: 'fable', modelName: 'Fable', language: 'en', step: 400 };
const piece = (key: string, text = 'a general council'): Piece => ({ key, heading: '', text, told });
const content: BookletContent = {
  title: 'Mice',
  author: '',
  line: '',
  notes: true,
  ownPages: false,
  pieces: [piece('piece1')],
};

async function open(workspace = temporaryFolder()): Promise<Studio> {
  const { launch } = fakeLauncher();
  const studio = await createStudio({ workspace, resources: RESOURCES, launchWorker: launch, version: '0' });
  onTestFinished(() => studio.close());
  return studio;
}
const listed = async (studio: Studio) => (await studio.request('studio.state', {})).booklets;

test('a booklet is made, added to, changed, deleted and had back, and is there in the next studio', async () => {
  const folder = temporaryFolder();
  const studio = await open(folder);
  const heard: string[] = [];
  studio.on('booklets.changed', ({ booklet }) => heard.push(`${booklet.revision} ${booklet.pieces}`));
  studio.on('booklets.removed', ({ id }) => heard.push(`no ${id}`));
  const { id } = await studio.request('booklets.create', content);
  await studio.request('booklets.add', { id, pieces: [piece('piece2', '兔走触株')] });
  const { pieces } = await studio.request('booklets.read', { id });
  const changed = { ...content, title: '', pieces: pieces.toReversed() };
  const summary = await studio.request('booklets.write', { id, revision: 2, content: changed });
  expect(summary).toMatchObject({ id, title: '', pieces: 2, revision: 3 });
  await studio.request('booklets.delete', { id });
  expect(await listed(studio)).toEqual([]);
  expect(await studio.request('trash.describe', {})).toMatchObject({ items: 1 });
  await studio.request('booklets.restore', { id });
  expect(heard).toEqual(['1 1', '2 2', '3 2', `no ${id}`, '3 2']);
  await studio.close();
  const next = await open(folder);
  expect(await listed(next)).toEqual([summary]);
  expect(await next.request('booklets.read', { id })).toMatchObject(changed);
});

test('what was written elsewhere meanwhile is not written over', async () => {
  const studio = await open();
  const { id } = await studio.request('booklets.create', content);
  await studio.request('booklets.write', { id, revision: 1, content: { ...content, title: 'First' } });
  await expect(
    studio.request('booklets.write', { id, revision: 1, content: { ...content, title: 'Second' } }),
  ).rejects.toMatchObject({ code: 'booklet-changed', values: { title: 'First' } });
  expect(await studio.request('booklets.read', { id })).toMatchObject({ title: 'First', revision: 2 });
});

test('it holds as much as it may and no more, and what is refused changes nothing', async () => {
  const studio = await open();
  const long = 'a'.repeat(BOOKLET_LIMITS.piece);
  const full = { ...content, pieces: [piece('piece1', long), piece('piece2', long)] };
  const { id } = await studio.request('booklets.create', full);
  await expect(studio.request('booklets.add', { id, pieces: [piece('piece3', 'b')] })).rejects.toMatchObject({
    code: 'booklet-large',
    values: { pieces: 3, characters: BOOKLET_LIMITS.text + 1 },
  });
  expect((await studio.request('booklets.read', { id })).revision).toBe(1);
  for (const pieces of [
    [piece('piece1', `${long}b`)],
    [piece('piece1'), piece('piece1')],
    [piece('Piece 1')],
    [{ ...piece('piece1'), path: '/etc/passwd' }],
    Array.from({ length: BOOKLET_LIMITS.pieces + 1 }, (_, at) => piece(`piece${at}`)),
  ])
    await expect(studio.request('booklets.create', { ...content, pieces })).rejects.toMatchObject({
      code: 'request-malformed',
    });
});

test('a damaged one, or one of a later Aesop, hides no other and stays as it is', async () => {
  const folder = temporaryFolder();
  const studio = await open(folder);
  const made = [];
  for (const title of ['One', 'Two', 'Three'])
    made.push((await studio.request('booklets.create', { ...content, title })).id);
  const path = (id: string) => join(folder, 'booklets', `${id}.json`);
  writeFileSync(path(made[0]), '{"version":1');
  const later = readFileSync(path(made[1]), 'utf8').replace('"version": 1', '"version": 2');
  writeFileSync(path(made[1]), later);
  expect((await listed(studio)).map(({ title }) => title)).toEqual(['Three']);
  await expect(studio.request('booklets.add', { id: made[1], pieces: [piece('piece2')] })).rejects.toMatchObject({
    code: 'model-newer',
  });
  expect(readFileSync(path(made[1]), 'utf8')).toBe(later);
});

test('a book goes into the place that a person chose, or into a file to fetch; a page names no path', async () => {
  const studio = await open();
  const book = {
    ...{ title: 'Mice', author: '', line: '', language: 'en', contents: 'Contents', ownPages: true },
    date: '2026-11-28T05:00:00.000Z',
    pieces: [{ heading: '', text: 'a general council', language: 'en', note: '' }],
  };
  const target = join(mkdtempSync(join(temporaryFolder(), 'x')), 'Mice.epub');
  const token = studio.files.grantTarget(target);
  const saved = await studio.request('booklets.save', { name: 'Mice.epub', format: 'epub', book, target: token });
  expect(saved).toEqual({ file: token, name: 'Mice.epub', bytes: readFileSync(target).length });
  const made = await studio.request('booklets.save', { name: '../Mice.docx', format: 'docx', book });
  expect(made.name).toBe('Mice.docx');
  const held = await studio.files.use(made.file, 'made', async ({ path }) => readFileSync(path).length);
  expect(held).toBe(made.bytes);
  for (const change of [
    { target: '/tmp/x.epub' },
    { format: 'exe' as 'epub' },
    { book: { ...book, language: 'en"><script>' } },
    { book: { ...book, title: '' } },
  ])
    await expect(studio.request('booklets.save', { name: 'x', format: 'epub', book, ...change })).rejects.toMatchObject(
      { code: 'request-malformed' },
    );
});
