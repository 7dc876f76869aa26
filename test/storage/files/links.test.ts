import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeCheckpoint } from '../../../electron/storage/checkpoints/checkpoints.ts';
import { writeImportedSamples } from '../../../electron/storage/records/imported-samples.ts';
import { cutLines, LineWriter } from '../../../electron/storage/files/jsonl.ts';
import { takeLock } from '../../../electron/storage/processes/locks.ts';
import { LogFile } from '../../../electron/storage/records/log-file.ts';
import { makeRunFolders, rewindRun, runFiles, type RunFiles } from '../../../electron/storage/runs/run-files.ts';
import { changeSettings } from '../../../electron/storage/records/settings.ts';
import { cleanStrayFiles } from '../../../electron/storage/processes/stray-files.ts';
import { EventFile } from '../../../electron/storage/runs/tensorboard.ts';
import { emptyOldTrash, emptyTrash } from '../../../electron/storage/workspace/trash.ts';
import { writeFolderAtomic } from '../../../electron/storage/files/atomic.ts';
import { openWorkspace, type Workspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { corpusNamed, runNamed, storyNamed } from '../things.ts';

/** Every path below a folder with what it holds. */
function snapshot(folder: string): Record<string, string> {
  const paths = (readdirSync(folder, { recursive: true }) as string[]).sort();
  const content = (path: string) => {
    const facts = lstatSync(join(folder, path));
    return `${facts.mtimeMs} ${facts.isFile() ? readFileSync(join(folder, path), 'utf8') : 'folder'}`;
  };
  return Object.fromEntries(paths.map((path) => [path, content(path)]));
}

/** A workspace as somebody else may send it, and a person's own folder beside it. */
async function received() {
  const outside = temporaryFolder();
  await mkdir(join(outside, '20'));
  for (const name of ['notes.txt', '20/thesis.txt', 'run.json', 'once.json', 'gone.json', 'lock.json'])
    await writeFile(join(outside, name), `{"step":1}\nmine: ${name}\n`);
  const workspace = await openWorkspace(join(temporaryFolder(), 'Aesop'));
  await workspace.runs.write(runNamed('run-1'));
  await workspace.corpora.write(corpusNamed('fable'));
  await workspace.stories.write(storyNamed('once'));
  await workspace.stories.write(storyNamed('gone'));
  await workspace.stories.remove('gone');
  const files = runFiles(workspace.runs.path('run-1'));
  await makeRunFolders(files);
  return { workspace, files, outside, before: snapshot(outside) };
}

/** Puts a link to something outside in the place of a part of the workspace. */
async function link(path: string, target: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  await symlink(target, path);
}

interface Where {
  workspace: Workspace;
  files: RunFiles;
  outside: string;
}
const checkpoint = { step: 30, weights: {}, optimizer: {}, state: {} };
const run = runNamed('run-1', { step: 7 });
const tensorboardFile = 'events.out.tfevents.0000000001.x';

/** What is linked, to what, and what would then write through it; the last are refused by name. */
const REFUSED: [what: string, link: (where: Where) => [string, string], write: (where: Where) => Promise<unknown>][] = [
  ['metrics', (w) => [w.files.metrics, 'notes.txt'], (w) => LineWriter.open(w.files.metrics)],
  [
    'metrics, when a run goes back',
    (w) => [w.files.metrics, 'notes.txt'],
    (w) => cutLines(w.files.metrics, () => false),
  ],
  ['samples', (w) => [w.files.samples, 'notes.txt'], (w) => rewindRun(w.files, 0)],
  ['metrics that are not there', (w) => [w.files.metrics, 'new.txt'], (w) => LineWriter.open(w.files.metrics)],
  [
    'TensorBoard’s file',
    (w) => [join(w.files.tensorboard, tensorboardFile), 'notes.txt'],
    (w) => EventFile.open(w.files.tensorboard, 0),
  ],
  ['TensorBoard’s folder', (w) => [w.files.tensorboard, '20'], (w) => EventFile.open(w.files.tensorboard, 0)],
  ['the checkpoints', (w) => [w.files.checkpoints, '.'], (w) => rewindRun(w.files, 0)],
  ['the checkpoints to be', (w) => [w.files.checkpoints, '.'], (w) => makeRunFolders(w.files)],
  [
    'the checkpoints written',
    (w) => [w.files.checkpoints, '.'],
    (w) => writeCheckpoint(w.files.checkpoints, checkpoint, false),
  ],
  ['a run', (w) => [w.files.folder, '.'], (w) => takeLock(w.files.folder)],
  ['a run that is changed', (w) => [w.files.folder, '.'], (w) => w.workspace.runs.write(run)],
  ['all runs', (w) => [join(w.workspace.root, 'runs'), '.'], (w) => w.workspace.runs.remove('20')],
  ['all stories', (w) => [join(w.workspace.root, 'stories'), '.'], (w) => w.workspace.stories.remove('once')],
  [
    'all corpora',
    (w) => [join(w.workspace.root, 'corpora'), '.'],
    (w) => w.workspace.corpora.write(corpusNamed('new')),
  ],
  [
    'all models',
    (w) => [join(w.workspace.root, 'models'), '.'],
    (w) => writeFolderAtomic(w.workspace.models.path('20'), async () => {}, { replace: true }),
  ],
  ['the trash', (w) => [join(w.workspace.root, '.trash'), '.'], (w) => w.workspace.stories.remove('once')],
  [
    'a kind in the trash',
    (w) => [join(w.workspace.root, '.trash', 'stories'), '.'],
    (w) => w.workspace.stories.restore('gone'),
  ],
  [
    'a kind in the trash, filled',
    (w) => [join(w.workspace.root, '.trash', 'runs'), '.'],
    (w) => w.workspace.runs.remove('run-1'),
  ],
];

test.each(REFUSED)('%s: a link is named and leads nothing out', async (_, where, write) => {
  const here = await received();
  const { outside, before } = here;
  const [path, target] = where(here);
  await link(path, join(outside, target));
  await expect(write(here)).rejects.toMatchObject({ code: 'not-plain', values: { path } });
  expect(snapshot(outside)).toEqual(before);
});

const REPLACED: [what: string, link: (where: Where) => [string, string], write: (where: Where) => Promise<unknown>][] =
  [
    [
      'a lock',
      (w) => [join(w.files.folder, 'lock.json'), 'lock.json'],
      async (w) => (await takeLock(w.files.folder)).release(),
    ],
    ['settings', (w) => [w.workspace.settingsPath, 'notes.txt'], (w) => changeSettings(w.workspace.settingsPath, {})],
    ['run.json', (w) => [join(w.files.folder, 'run.json'), 'run.json'], (w) => w.workspace.runs.write(run)],
    [
      'the list of samples',
      (w) => [join(w.workspace.root, 'samples.json'), 'notes.txt'],
      (w) => writeImportedSamples(w.workspace.root, []),
    ],
  ];

test.each(REPLACED)('%s: a link is replaced, not followed', async (_, where, write) => {
  const here = await received();
  const [path, target] = where(here);
  await link(path, join(here.outside, target));
  await write(here);
  if (existsSync(path)) expect(lstatSync(path).isFile()).toBe(true);
  expect(snapshot(here.outside)).toEqual(here.before);
});

test('a log that is a link, or lies in a linked folder, is not written', async () => {
  const { workspace, outside, before } = await received();
  const line = { time: '2026-11-23T12:00:00.000Z', level: 'info' as const, source: 'x', text: 'y' };
  await link(join(workspace.logFolder, 'aesop.log'), join(outside, 'notes.txt'));
  await new LogFile(workspace.logFolder).append([line]);
  await link(workspace.logFolder, outside);
  await new LogFile(workspace.logFolder).append([line]);
  expect(snapshot(outside)).toEqual(before);
});

test('emptying the trash takes links for what they are, and leaves the rest to its owner', async () => {
  const { workspace, outside, before } = await received();
  const trash = join(workspace.root, '.trash');
  await mkdir(join(trash, 'runs'));
  await symlink('/nowhere', join(trash, 'runs', 'dangling'));
  await symlink(outside, join(trash, 'runs', 'notes'));
  await symlink(outside, join(trash, 'corpora'));
  await symlink(join(outside, 'once.json'), join(trash, 'stories', 'once.json'));
  const gone = await emptyTrash(workspace);
  expect(gone.items).toBe(4);
  expect(await readdir(join(trash, 'runs'))).toEqual([]);
  expect(await readdir(join(trash, 'stories'))).toEqual([]);
  await rename(trash, join(workspace.root, 'elsewhere'));
  await symlink(outside, trash);
  await mkdir(join(outside, 'runs'));
  await mkdir(join(outside, 'runs', 'old'));
  expect((await emptyOldTrash(workspace, Date.now() + 1e12)).items).toBe(0);
  expect(statSync(join(outside, 'runs', 'old')).isDirectory()).toBe(true);
  await rm(join(outside, 'runs'), { recursive: true });
  expect(Object.keys(snapshot(outside))).toEqual(Object.keys(before));
});

test('what dead processes left is not looked for behind links', async () => {
  const { workspace, outside } = await received();
  const stray = '.run.json.1073741824-0123456789ab.tmp';
  await writeFile(join(outside, stray), 'mine');
  await symlink(outside, join(workspace.root, 'runs', 'linked'));
  await cleanStrayFiles(workspace.root, 4);
  expect(existsSync(join(outside, stray))).toBe(true);
});

test('a workspace that is itself reached by a link is written as any other', async () => {
  const place = temporaryFolder();
  const path = join(temporaryFolder(), 'link');
  await symlink(place, path);
  const { runs } = await openWorkspace(path);
  await runs.write(runNamed('run-1'));
  expect(await readdir(join(place, 'runs'))).toEqual(['run-1']);
});
