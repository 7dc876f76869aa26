import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openWorkspace } from '../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { runNamed, storyNamed } from '../storage/things.ts';
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

test.each([
  ['the folder is gone', () => {}],
  ['the bare place of its drive is left', (folder: string) => void mkdirSync(folder)],
])('a drive that is unplugged is called so, whatever is asked for: %s', async (_how, leave) => {
  const folder = join(temporaryFolder(), 'drive');
  await (await openWorkspace(folder)).stories.write(storyNamed('once'));
  const studio = await openStudio(folder);
  await studio.log.flush();
  renameSync(folder, `${folder}-unplugged`);
  leave(folder);
  const gone = { code: 'workspace-gone' };
  await expect(studio.request('stories.read', { id: 'once' })).rejects.toMatchObject(gone);
  await expect(studio.request('corpora.paste', { name: 'a fox', text: 'A fox saw a crow.' })).rejects.toMatchObject(
    gone,
  );
  // or all of it would look lost
  await expect(studio.request('studio.state', {})).rejects.toMatchObject(gone);
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
  renameSync(`${folder}-unplugged`, folder);
  expect(await studio.request('stories.read', { id: 'once' })).toMatchObject({ id: 'once' });
});

test('what cannot be read is named by its kind, with what is wrong, and hides nothing else', async () => {
  const folder = temporaryFolder();
  const { runs, stories, passages } = await openWorkspace(folder);
  await runs.write(runNamed('whole', { status: 'stopped' }));
  await stories.write(storyNamed('told'));
  mkdirSync(runs.path('broken'));
  writeFileSync(join(runs.path('broken'), 'run.json'), '{"version":');
  mkdirSync(join(folder, 'passages'), { recursive: true });
  writeFileSync(passages.path('torn'), '');
  const studio = await openStudio(folder);
  const state = await studio.request('studio.state', {});
  expect(state.runs.map(({ id }) => id)).toEqual(['whole']);
  expect(state.damaged.map(({ kind, error: { code, values } }) => [kind, code, values.path])).toEqual([
    ['runs', 'file-damaged', join(runs.path('broken'), 'run.json')],
    ['passages', 'file-damaged', passages.path('torn')],
  ]);
});

test('what another program is still copying, or what went while the list was read, is not told as damaged', async () => {
  const folder = temporaryFolder();
  const { runs, models, corpora } = await openWorkspace(folder);
  for (const path of [runs.path('copied'), models.path('copied'), corpora.path('copied')]) {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'part'), '');
  }
  const studio = await openStudio(folder);
  expect((await studio.request('studio.state', {})).damaged).toEqual([]);
});
