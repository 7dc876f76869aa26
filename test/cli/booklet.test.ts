import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadPage } from '../../electron/messages/page.ts';
import { createStudio } from '../../electron/studio/index.ts';
import { bookOf } from '../../electron/typesetting/book-of.ts';
import { markdownOfBook } from '../../electron/typesetting/markdown.ts';
import { read } from '../engine/documents/read.ts';
import { frozen, versions } from '../fixtures/frozen.ts';
import { fakeLauncher } from '../studio/fake-worker.ts';
import { RESOURCES } from '../studio/open-studio.ts';
import { aesop, expectFailure, temporaryFolder } from './aesop.ts';

/** A frozen workspace whose stories have stars, with a kept passage. */
async function workspaceWithKept() {
  const { workspace, expected } = frozen(versions[0]);
  const [{ id: story }] = expected.stories;
  const { launch } = fakeLauncher();
  const studio = await createStudio({ workspace, resources: RESOURCES, launchWorker: launch, version: '0' });
  for (const { id } of expected.stories) await studio.request('stories.keep', { id });
  const { model, title } = await studio.request('stories.read', { id: story });
  const text = 'a passage, that was kept';
  const passage = await studio.request('passages.keep', { text, story, title, model, start: 0, length: 2 });
  await studio.close();
  const asked = (...args: string[]) => aesop(['booklet', ...args, '--workspace', workspace]);
  return { workspace, stories: expected.stories, passage, model, asked };
}

test('a booklet is made of what is kept, listed, and written as the studio writes it, byte for byte', async () => {
  const { workspace, stories, passage, model, asked } = await workspaceWithKept();
  const kept = (await asked('pieces', '--model', model, '--json')).json();
  expect(kept.map(({ id }) => id)).toContain(passage.id);
  const named = await asked('make', 'Of mice', passage.id, stories[0].id, '--author', 'Class 3b', '--json');
  const [{ booklet: id }] = named.json() as { booklet: string }[];
  expect(named.json()).toEqual([{ type: 'made', booklet: id, pieces: 2 }]);
  const all = (await asked('make', 'All', '--no-notes', '--json')).json();
  expect(all).toMatchObject([{ pieces: stories.length + 1 }]);
  expect((await asked('list', '--json')).json()).toMatchObject([{ title: 'All' }, { id, title: 'Of mice', pieces: 2 }]);
  expect((await asked()).stdout).toMatch(new RegExp(`^${id} +Of mice +2 `, 'm'));

  const studio = await createStudio({
    workspace,
    resources: RESOURCES,
    launchWorker: fakeLauncher().launch,
    version: '0',
  });
  onTestFinished(() => studio.close());
  const booklet = await studio.request('booklets.read', { id });
  expect(booklet).toMatchObject({ author: 'Class 3b', notes: true, pieces: [{ text: passage.text }, {}] });
  const folder = await temporaryFolder();
  // as the window saves it
  const book = bookOf(booklet, await loadPage('en'));
  for (const format of ['docx', 'epub'] as const) {
    const target = join(folder, `studio.${format}`);
    const token = studio.files.grantTarget(target);
    await studio.request('booklets.save', { name: `x.${format}`, format, book, target: token });
    const path = join(folder, `terminal.${format}`);
    const written = await asked('export', id, '--target', path, '--json');
    const bytes = readFileSync(path);
    expect(written.json()).toEqual([{ type: 'exported', booklet: id, format, target: path, bytes: bytes.length }]);
    expect(bytes.equals(readFileSync(target))).toBe(true);
    expect((await read({ holds: bytes })).text).toContain('a passage, that was kept');
  }
  const path = join(folder, 'Of mice.md');
  const named2 = await asked('export', 'Of mice', '--target', path, '--quiet');
  expect([named2.code, named2.stdout]).toEqual([0, `${path}\n`]);
  expect(readFileSync(path, 'utf8')).toBe(markdownOfBook(book));
});

test('nothing is written over, and what is wrong is said with the way out', async () => {
  const { asked, passage } = await workspaceWithKept();
  await asked('make', 'Of mice', passage.id);
  const folder = await temporaryFolder();
  const path = join(folder, 'mine.docx');
  writeFileSync(path, 'mine');
  expectFailure(await asked('export', 'Of mice', '--target', path), 1, /exists already/);
  expect(readFileSync(path, 'utf8')).toBe('mine');
  expectFailure(await asked('export', 'Of mice', '--target', folder, '--force'), 1, /exists already/);
  expectFailure(await asked('export', 'Of mice', '--target', join(folder, 'none', 'a.md')), 1, /no folder “.*none”/);
  expect((await asked('export', 'Of mice', '--target', path, '--force')).code).toBe(0);
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');

  expectFailure(await asked('export', 'Of mise'), 1, /no booklet “Of mise”/);
  expectFailure(await asked('export', 'Of mice', '--format', 'exe'), 2, /docx, epub, md/);
  expectFailure(await asked('bind'), 2, /list, pieces, make, export/);
  expectFailure(await asked('make'), 2, /needs title\.\n +Usage: aesop booklet make <title>/);
  expectFailure(await asked('make', 'x'.repeat(121)), 2, /121 characters\.\n +It takes 1 to 120 characters/);
  expectFailure(await asked('make', 'Two', 'nothing'), 1, /“nothing”[^]*aesop booklet pieces/);
  const empty = join(await temporaryFolder(), 'Aesop');
  expectFailure(await aesop(['booklet', 'make', 'None', '--workspace', empty]), 1, /Nothing is kept/);
  expect(existsSync(join(empty, 'booklets', 'none.json'))).toBe(false);
});
