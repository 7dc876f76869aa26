import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { confine } from '../../../electron/storage/files/confinement.ts';
import { writeJson } from '../../../electron/storage/files/json.ts';
import { makeFolder } from '../../../electron/storage/files/make-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('where the drive of a workspace is gone, nothing is made in its place, bare or missing, until it is back', async () => {
  const drive = join(temporaryFolder(), 'drive');
  const aside = `${drive}-taken`;
  confine(drive);
  for (const way of ['models', 'runs/fable-1']) await makeFolder(join(drive, way));
  await rename(drive, aside);
  const gone = { code: 'workspace-gone', values: { path: drive } };
  const write = () => writeJson(join(drive, 'runs', 'fable-1', 'run.json'), { step: 1 });
  await expect(write(), 'missing').rejects.toMatchObject(gone);
  await mkdir(drive);
  await expect(write(), 'bare').rejects.toMatchObject(gone);
  await expect(makeFolder(join(drive, 'runs')), 'bare').rejects.toMatchObject(gone);
  expect(await readdir(drive)).toEqual([]);
  await rm(drive, { recursive: true });
  await rename(aside, drive);
  await write();
  expect(await readdir(join(drive, 'runs', 'fable-1'))).toEqual(['run.json']);
});
