import { rename, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import { ReadOnce } from '../../../electron/storage/records/read-once.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { runNamed } from '../things.ts';

/** Long enough after every change for a file's times to be trusted. */
const LATER = 10_000;

afterEach(() => vi.restoreAllMocks());

function reading(path: string) {
  const read = vi.fn(async () => path);
  const once = new ReadOnce<string>();
  return { read, once, again: () => once.content(path, read) };
}

async function settledFile() {
  const path = join(temporaryFolder(), 'file');
  await writeFile(path, 'one');
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + LATER);
  return path;
}

test('a file is opened once while it is the same', async () => {
  const { read, again } = reading(await settledFile());
  expect([await again(), await again()]).toHaveLength(2);
  expect(read).toHaveBeenCalledTimes(1);
});

test('a file that another process replaced is opened again, though its size and its time be the same', async () => {
  const path = await settledFile();
  const { read, again } = reading(path);
  await again();
  const { atime, mtime } = await stat(path);
  await writeFile(`${path}.tmp`, 'two');
  await utimes(`${path}.tmp`, atime, mtime);
  await rename(`${path}.tmp`, path);
  await again();
  expect(read).toHaveBeenCalledTimes(2);
});

test('a file that has just changed may change again within the same tick of its clock, so it is not remembered', async () => {
  const path = join(temporaryFolder(), 'file');
  await writeFile(path, 'one');
  const { read, again } = reading(path);
  await again();
  await again();
  expect(read).toHaveBeenCalledTimes(2);
});

test('what could not be read is asked for again', async () => {
  const path = await settledFile();
  const read = vi.fn(async () => path).mockRejectedValueOnce(new Error('torn'));
  const once = new ReadOnce<string>();
  await expect(once.content(path, read)).rejects.toThrow('torn');
  expect(await once.content(path, read)).toBe(path);
});

test('lists that are told twice see what another process wrote, deleted and brought', async () => {
  const root = temporaryFolder();
  const [mine, theirs] = [await openWorkspace(root), await openWorkspace(root)];
  for (const id of ['one', 'two']) await mine.runs.write(runNamed(id));
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + LATER);
  await mine.runs.list();
  await theirs.runs.write(runNamed('one', { step: 7 }));
  await theirs.runs.remove('two');
  await theirs.runs.write(runNamed('three'));
  const { items } = await mine.runs.list();
  expect(items.map(({ id, step }) => [id, step]).sort()).toEqual([
    ['one', 7],
    ['three', 0],
  ]);
});
