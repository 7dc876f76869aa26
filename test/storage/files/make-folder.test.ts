import { mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeJson } from '../../../electron/storage/files/json.ts';
import { makeFolder } from '../../../electron/storage/files/make-folder.ts';
import { openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test.each(['folder', 'link'])(
  'where the drive of a workspace is gone, nothing is made in its place until it is back: %s',
  async (kind) => {
    const folder = temporaryFolder();
    const drive = join(folder, 'drive');
    const aside = join(folder, 'taken');
    const way = join(folder, kind === 'link' ? 'way' : 'drive');
    await mkdir(drive);
    if (kind === 'link') await symlink(drive, way);
    await openWorkspace(way);
    await makeFolder(join(way, 'runs', 'fable-1'));
    await rename(drive, aside);
    const gone = { code: 'workspace-gone', values: { path: way } };
    const write = () => writeJson(join(way, 'runs', 'fable-1', 'run.json'), { step: 1 });
    await expect(write(), 'missing').rejects.toMatchObject(gone);
    await mkdir(drive);
    for (const each of ['runs', 'runs/fable-1/checkpoints', 'log'])
      await expect(makeFolder(join(way, each)), each).rejects.toMatchObject(gone);
    await expect(write(), 'bare').rejects.toMatchObject(gone);
    expect(await readdir(drive)).toEqual([]);
    await rm(drive, { recursive: true });
    await rename(aside, drive);
    await write();
    expect(await readdir(join(way, 'runs', 'fable-1'))).toEqual(['run.json']);
  },
);

test('a workspace whose folder was emptied is begun anew when it is opened', async () => {
  const root = join(temporaryFolder(), 'Aesop');
  await openWorkspace(root);
  await rm(root, { recursive: true });
  await openWorkspace(root);
  expect(await readdir(root)).toContain('runs');
});
