import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { bookletNamed } from '../things.ts';

/** Files of booklets that were opened. */
const opened = vi.hoisted(() => [] as string[]);
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const open: typeof real.open = (path, ...rest) => {
    if (/booklets[/\\][^/\\.][^/\\]*\.json$/.test(String(path))) opened.push(String(path));
    return real.open(path, ...rest);
  };
  return { ...real, open };
});

beforeEach(() => void opened.splice(0));

async function bound(count: number) {
  const root = temporaryFolder();
  const { booklets } = await openWorkspace(root);
  await booklets.write(bookletNamed('booklet-0'));
  const written = await readFile(join(root, 'booklets', 'booklet-0.json'), 'utf8');
  for (let at = 1; at < count; at++)
    await writeFile(join(root, 'booklets', `booklet-${at}.json`), written.replaceAll('booklet-0', `booklet-${at}`));
  opened.splice(0);
  return { root, booklets };
}

test('a list of booklets opens each of them once, and none of them the next time', async () => {
  const { root, booklets } = await bound(20);
  const listed = (await booklets.summaries()).items;
  expect(listed).toHaveLength(20);
  expect(listed[0]).toEqual({
    ...{ id: 'booklet-0', title: 'booklet-0', pieces: 1, revision: 1 },
    ...{ madeAt: bookletNamed('').madeAt, changedAt: bookletNamed('').changedAt },
  });
  expect(opened).toHaveLength(20);
  opened.splice(0);
  expect((await booklets.summaries()).items).toEqual(listed);
  expect((await (await openWorkspace(root)).booklets.summaries()).items).toEqual(listed);
  expect(opened).toEqual([]);
});

test('only what was changed, by Aesop or by hand, is opened again', async () => {
  const { root, booklets } = await bound(5);
  await booklets.summaries();
  await booklets.update('booklet-1', (booklet) => ({ ...booklet, title: 'Mice', revision: 2 }));
  const byHand = join(root, 'booklets', 'booklet-2.json');
  await writeFile(byHand, (await readFile(byHand, 'utf8')).replace('"title": "booklet-2"', '"title": "Hares"'));
  await rm(join(root, 'booklets', 'booklet-3.json'));
  opened.splice(0);
  const titles = (await booklets.summaries()).items.map(({ title }) => title);
  expect(titles.sort()).toEqual(['Hares', 'Mice', 'booklet-0', 'booklet-4']);
  expect(opened.map((path) => path.slice(-14)).sort()).toEqual(['booklet-1.json', 'booklet-2.json']);
});

test('more booklets than a small file may list are remembered too', async () => {
  const { root, booklets } = await bound(1500);
  await booklets.summaries();
  opened.splice(0);
  expect((await (await openWorkspace(root)).booklets.summaries()).items).toHaveLength(1500);
  expect(opened).toEqual([]);
});

test('a damaged booklet is told of and hides no other; a damaged index costs one more look', async () => {
  const { root, booklets } = await bound(2);
  await writeFile(join(root, 'booklets', 'booklet-1.json'), '{');
  const { items, problems } = await booklets.summaries();
  expect(items.map(({ id }) => id)).toEqual(['booklet-0']);
  expect(problems.map(({ code }) => code)).toEqual(['file-damaged']);
  await writeFile(join(root, '.cache', 'booklets.json'), '{"version":1,"booklets":[{"bytes":1}]}');
  expect((await (await openWorkspace(root)).booklets.summaries()).items).toEqual(items);
});
