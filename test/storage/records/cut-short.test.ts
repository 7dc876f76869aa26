import { lstatSync } from 'node:fs';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import { emptyOldTrash } from '../../../electron/storage/workspace/trash.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { corpusNamed, runNamed } from '../things.ts';

const DAY = 86_400_000;
type Fs = typeof import('node:fs/promises');
const after = vi.hoisted(() => ({ rename: undefined as Error | undefined, write: undefined as Error | undefined }));

/** The real file system, but for the moment in which a process is killed, or a disk is full. */
vi.mock('node:fs/promises', async (original) => {
  const real = await original<Fs>();
  const rename: Fs['rename'] = async (from, to) => {
    await real.rename(from, to);
    if (after.rename) throw after.rename;
  };
  const writeFile: Fs['writeFile'] = async (...args) => {
    if (after.write) throw after.write;
    return real.writeFile(...args);
  };
  return { ...real, rename, writeFile };
});

afterEach(() => Object.assign(after, { rename: undefined, write: undefined }));

test('a deletion that is killed right after its rename counts from then, however old the thing is', async () => {
  const workspace = await openWorkspace(temporaryFolder());
  await workspace.corpora.write(corpusNamed('ancient'));
  const long = new Date(Date.now() - 40 * DAY);
  await utimes(workspace.corpora.path('ancient'), long, long);
  after.rename = new Error('killed');
  await expect(workspace.corpora.remove('ancient')).rejects.toThrow('killed');
  after.rename = undefined;
  const trashed = join(workspace.root, '.trash', 'corpora', 'ancient');
  expect(lstatSync(trashed).mtimeMs).toBeGreaterThan(Date.now() - DAY);
  expect(await emptyOldTrash(workspace)).toEqual({ items: 0, bytes: 0 });
  expect(await workspace.corpora.restore('ancient')).toEqual(corpusNamed('ancient'));
});

test('a run that a full disk has no room for leaves nothing', async () => {
  const { root, runs } = await openWorkspace(temporaryFolder());
  after.write = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  await expect(runs.write(runNamed('large'))).rejects.toMatchObject({ code: 'disk-full' });
  expect(await readdir(join(root, 'runs'))).toEqual([]);
});

test('a thing that is deleted while it is changed goes as it was changed, and leaves nothing', async () => {
  const { root, runs } = await openWorkspace(temporaryFolder());
  await runs.write(runNamed('changing'));
  let removal: Promise<void> | undefined;
  await runs.update('changing', (run) => {
    removal = runs.remove('changing');
    return { ...run, name: 'changed' };
  });
  await removal;
  expect(await readdir(join(root, 'runs'))).toEqual([]);
  expect(await runs.nameInTrash('changing')).toBe('changed');
});
