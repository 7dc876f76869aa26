import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import { workspaceCheck } from '../../../electron/worker/machine/workspace-check.ts';
import { inBoth } from '../../messages/said.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { corpusNamed } from '../../storage/things.ts';

/** A disk with little room left, without filling one. */
vi.mock('node:fs/promises', async (original) => ({
  ...(await original<typeof import('node:fs/promises')>()),
  statfs: async () => ({ bavail: 50_000, bsize: 4096 }),
}));

test('where there is little room it says what emptying the trash frees, in both languages', async () => {
  const { root, corpora } = await openWorkspace(temporaryFolder());
  const without = await workspaceCheck(root);
  expect(without.ok).toBe(false);
  expect(inBoth(without.found).en).toBe('writable, 0.2 GB free');
  expect(inBoth(without.fix).en).toBe('Free some space, or delete old runs and empty the trash.');
  await corpora.write(corpusNamed('fable'));
  await writeFile(join(corpora.path('fable'), 'text.txt'), Buffer.alloc(3_500_000));
  await corpora.remove('fable');
  const { fix } = await workspaceCheck(root);
  expect(inBoth(fix).en).toBe('Free some space, or empty the trash: that frees 3 MB.');
  for (const said of [without.fix, fix]) expect(inBoth(said).zh).toContain('清空回收站');
});

test('a bare folder where its drive was is not called a workspace', async () => {
  const { found, fix, ok } = await workspaceCheck(temporaryFolder());
  expect([ok, inBoth(found).en, inBoth(found).zh]).toEqual([false, 'not there', '不在原处']);
  expect(inBoth(fix).en).toContain('plug its drive in again');
});
