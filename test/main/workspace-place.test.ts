import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createStudio, type Studio } from '../../electron/studio/index.ts';
import { readDraft } from '../../electron/storage/stories/draft-file.ts';
import { openWorkspace } from '../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { runNamed, storyNamed } from '../storage/things.ts';
import { fakeLauncher } from '../studio/fake-worker.ts';
import type { electronDouble } from './electron-double.ts';

const double = vi.hoisted(() => ({ electron: undefined as unknown }));
vi.mock('electron', async () => {
  const made = (await import('./electron-double.ts')).electronDouble();
  double.electron = made;
  return made;
});
const { chosenWorkspace, movingVerbs } = await import('../../electron/main/workspace-place.ts');
const { Memory } = await import('../../electron/main/memory.ts');
const electron = double.electron as ReturnType<typeof electronDouble>;

beforeEach(() => {
  vi.clearAllMocks();
  vi.stubEnv('AESOP_HOME', '');
});
afterEach(() => vi.unstubAllEnvs());

/** A desktop over a workspace with one story; the dialog's answer is a new folder. */
async function desktop(prepare: (root: string) => Promise<unknown> = async () => {}) {
  const root = temporaryFolder();
  await (await openWorkspace(root)).stories.write(storyNamed('once'));
  await prepare(root);
  const studio: Studio = await createStudio({
    workspace: root,
    resources: root,
    launchWorker: fakeLauncher().launch,
    version: '0',
  });
  onTestFinished(() => studio.close());
  const remembered = join(temporaryFolder(), 'window.json');
  const memory = await Memory.open(remembered);
  const target = join(temporaryFolder(), 'Aesop');
  mkdirSync(target);
  const heard = vi.fn(async () => {});
  const verbs = movingVerbs({ studio, memory, words: { heard }, workspace: root, choose: async () => target });
  return { root, studio, memory, remembered, target, heard, verbs };
}
const DRAFT = { prompt: 'the mice had', written: true, sampling: storyNamed('once').sampling };
const draftIn = async (folder: string) => readDraft((await openWorkspace(folder)).draftPath);
const restarted = () => expect.poll(() => electron.app.relaunch.mock.calls.length).toBe(1);

test('a workspace is copied to the chosen folder; the next start finds it there', async () => {
  const { root, studio, remembered, target, verbs } = await desktop();
  const { place } = await verbs['host.choosePlace']({});
  expect(place).toMatchObject({ path: target, kind: 'empty' });
  const { job } = await verbs['host.moveWorkspace']({ place: place!.place, copy: true });
  await expect(studio.request('stories.delete', { id: 'once' })).rejects.toMatchObject({ code: 'workspace-moving' });
  expect((await studio.request('studio.state', {})).stories).toHaveLength(1);
  await studio.wait(job!);
  await restarted();
  expect(electron.app.exit).toHaveBeenCalledWith(0);
  expect(JSON.parse(readFileSync(remembered, 'utf8'))).toMatchObject({ workspace: { folder: target } });
  expect(await chosenWorkspace(await Memory.open(remembered), '/home/Aesop')).toBe(target);
  expect(readdirSync(join(target, 'stories'))).toEqual(['once.json']);
  expect(readdirSync(join(root, 'stories'))).toEqual(['once.json']);
});

test('what was written in the page is copied along', async () => {
  const { studio, target, heard, verbs } = await desktop();
  heard.mockImplementationOnce(async () => void (await studio.request('stories.draft', DRAFT)));
  const { place } = await verbs['host.choosePlace']({});
  const { job } = await verbs['host.moveWorkspace']({ place: place!.place, copy: true });
  await studio.wait(job!);
  await restarted();
  expect(await draftIn(target)).toEqual(DRAFT);
});

test('where another is opened, it is kept in the one that it was written in before that is closed', async () => {
  const { root, studio, heard, verbs } = await desktop();
  const { place } = await verbs['host.choosePlace']({});
  await verbs['host.moveWorkspace']({ place: place!.place, copy: false });
  heard.mockImplementationOnce(async () => void (await studio.request('stories.draft', DRAFT)));
  await restarted();
  expect(await draftIn(root)).toEqual(DRAFT);
});

test('a new one is begun there, or the one that is there is opened', async () => {
  const { verbs, memory, target } = await desktop();
  const { place } = await verbs['host.choosePlace']({});
  expect(await verbs['host.moveWorkspace']({ place: place!.place, copy: false })).toEqual({});
  await restarted();
  expect(await chosenWorkspace(memory, '/home/Aesop')).toBe(target);
  expect(readdirSync(target)).toContain('aesop-workspace.json');
});

test('a copy that is cancelled changes nothing, and work goes on', async () => {
  const { studio, remembered, verbs } = await desktop();
  const { place } = await verbs['host.choosePlace']({});
  const { job } = await verbs['host.moveWorkspace']({ place: place!.place, copy: true });
  const stopped = new Promise((resolve) => studio.on('job.stopped', resolve));
  await studio.request('jobs.cancel', { job: job! });
  await stopped;
  await studio.request('stories.delete', { id: 'once' });
  expect(() => readFileSync(remembered)).toThrow();
  expect(electron.app.relaunch).not.toHaveBeenCalled();
});

test('nothing is moved while a run trains, nor where AESOP_HOME decides', async () => {
  const busy = await desktop(async (root) => {
    const { runs } = await openWorkspace(root);
    await runs.write(runNamed('busy', { status: 'running' }));
    const { takeLock } = await import('../../electron/storage/processes/locks.ts');
    const lock = await takeLock(runs.path('busy'));
    onTestFinished(() => lock.release());
  });
  await expect(busy.verbs['host.choosePlace']({})).rejects.toMatchObject({ code: 'workspace-busy' });
  const waiting = await desktop(async (root) => (await openWorkspace(root)).runs.write(runNamed('next')));
  await expect(waiting.verbs['host.choosePlace']({})).rejects.toMatchObject({ code: 'workspace-busy' });
  vi.stubEnv('AESOP_HOME', busy.root);
  await expect(busy.verbs['host.choosePlace']({})).rejects.toMatchObject({ code: 'workspace-set' });
  await busy.memory.set('workspace', { folder: busy.target });
  expect(await chosenWorkspace(busy.memory, '/home/Aesop')).toBe(busy.root);
});

test.each([
  [0, undefined],
  [1, '/home/Aesop'],
])('where the folder is gone the person decides (button %i)', async (button, folder) => {
  const { memory } = await desktop();
  await memory.set('workspace', { folder: '/no/such/drive/Aesop' });
  electron.dialog.showMessageBoxSync.mockReturnValue(button);
  expect(await chosenWorkspace(memory, '/home/Aesop')).toBe(folder);
  expect(electron.dialog.showMessageBoxSync.mock.calls[0][0].message).toContain('/no/such/drive/Aesop');
});

test('a bare folder in the place of its drive is not begun anew as a workspace', async () => {
  const { memory, target } = await desktop();
  await memory.set('workspace', { folder: target });
  electron.dialog.showMessageBoxSync.mockReturnValue(0);
  expect(await chosenWorkspace(memory, '/home/Aesop')).toBeUndefined();
  expect(electron.dialog.showMessageBoxSync.mock.calls[0][0].message).toContain(target);
  expect(readdirSync(target)).toEqual([]);
});
