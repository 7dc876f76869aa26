import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openWorkspace } from '../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { runNamed } from '../storage/things.ts';
import { openStudio, runOf } from './open-studio.ts';

test('a window may be shown before what the workspace holds is read and set right', async () => {
  const folder = temporaryFolder();
  const { runs } = await openWorkspace(folder);
  await runs.write(runNamed('cut-short', { status: 'running' }));
  let then: Promise<unknown> | undefined;
  const studio = await openStudio(folder, { onOpen: () => (then = runs.read('cut-short')) });
  expect(await then).toMatchObject({ status: 'running' });
  expect(await runOf(studio, 'cut-short')).toMatchObject({ status: 'stopped' });
});

test('a window is never shown over a folder that is refused', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'photographs'));
  writeFileSync(join(folder, 'letter.txt'), 'to a friend');
  const onOpen = vi.fn();
  await expect(openStudio(folder, { onOpen })).rejects.toMatchObject({ code: 'not-a-workspace' });
  expect(onOpen).not.toHaveBeenCalled();
});
