import { chmodSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { LineWriter } from '../../../electron/storage/files/jsonl.ts';
import { takeLock } from '../../../electron/storage/processes/locks.ts';
import { LogFile } from '../../../electron/storage/records/log-file.ts';
import { makeRunFolders, runFiles } from '../../../electron/storage/runs/run-files.ts';
import { changeSettings } from '../../../electron/storage/records/settings.ts';
import { isWorkspace, openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { corpusNamed, runNamed, storyNamed } from '../things.ts';

const MARK = 'aesop-workspace.json';

/** A folder with files of those paths; one that ends in a slash is an empty folder. */
async function folderWith(...paths: string[]): Promise<string> {
  const folder = temporaryFolder();
  for (const path of paths) {
    const place = join(folder, path);
    await mkdir(path.endsWith('/') ? place : join(place, '..'), { recursive: true });
    if (!path.endsWith('/')) await writeFile(place, 'mine');
  }
  return folder;
}
const pathsIn = (folder: string) => (readdirSync(folder, { recursive: true }) as string[]).sort();
const OLD = ['corpora/', 'runs/', 'models/', 'stories/'];

describe('a folder becomes a workspace', () => {
  test.each([
    ['that is not there', 'deep/Aesop', []],
    ['that is empty', '', []],
    ['that only the system wrote into', '', ['.DS_Store', 'desktop.ini', 'System Volume Information/x']],
    ['whose beginning was cut short', '', ['.aesop-workspace.json.1073741824-0123456789ab.tmp']],
  ])('%s', async (_, inside, paths) => {
    const root = join(await folderWith(...paths), inside);
    await openWorkspace(root);
    expect(await readdir(root)).toEqual(expect.arrayContaining([MARK, 'corpora', 'log', 'models', 'runs', 'stories']));
    expect(JSON.parse(readFileSync(join(root, MARK), 'utf8'))).toEqual({ version: 1 });
    await openWorkspace(root);
  });

  test.each([
    ['of notes that has a trash of its own', ['.obsidian/app.json', '.trash/Notes/diary.md']],
    ['with nothing but a hidden folder', ['.trash/Notes/diary.md']],
    ['with one text', ['thesis.docx']],
    ['of some other program’s models', ['models/llama/model.gguf', 'runs/1/run.json']],
    ['where a file has the name of ours', ['corpora/', 'runs/', 'models/', 'stories']],
    ['whose mark is a folder', [`${MARK}/`]],
  ])('but not one %s: it is named, and stays as it was', async (_, paths) => {
    const root = await folderWith(...paths);
    const before = pathsIn(root);
    expect(await isWorkspace(root)).toBe(false);
    await expect(openWorkspace(root)).rejects.toMatchObject({ code: 'not-a-workspace', values: { path: root } });
    expect(pathsIn(root)).toEqual(before);
  });

  test('from before there was a mark is known by its folders and gets one', async () => {
    const root = await folderWith(...OLD, 'settings.json', 'my own notes.txt');
    await openWorkspace(root);
    expect(await readdir(root)).toContain(MARK);
    expect(readFileSync(join(root, 'my own notes.txt'), 'utf8')).toBe('mine');
  });

  test('from before, of which a person linked a folder or deleted some, opens too', async () => {
    const linked = await folderWith('corpora/', 'runs/', 'stories/');
    await symlink(temporaryFolder(), join(linked, 'models'));
    await openWorkspace(linked);
    const { root, models, stories } = await openWorkspace(temporaryFolder());
    await stories.write(storyNamed('once'));
    for (const name of ['corpora', 'models', MARK]) await rm(join(root, name), { recursive: true });
    expect(await isWorkspace(root)).toBe(true);
    expect((await (await openWorkspace(root)).stories.list()).items).toEqual([storyNamed('once')]);
    expect(await models.list()).toEqual({ items: [], problems: [] });
  });

  test('whose mark is damaged stays one; that of a later Aesop is not touched', async () => {
    const { root } = await openWorkspace(temporaryFolder());
    await writeFile(join(root, MARK), '{"vers');
    await openWorkspace(root);
    expect(JSON.parse(readFileSync(join(root, MARK), 'utf8'))).toEqual({ version: 1 });
    await writeFile(join(root, MARK), '{"version":2}');
    await rm(join(root, 'log'), { recursive: true });
    await expect(openWorkspace(root)).rejects.toMatchObject({ code: 'model-newer' });
    expect(await readdir(root)).not.toContain('log');
  });

  test('that was copied by hand', async () => {
    const { root, corpora } = await openWorkspace(temporaryFolder());
    await corpora.write(corpusNamed('fable'));
    const copy = join(temporaryFolder(), 'copy');
    await cp(root, copy, { recursive: true });
    expect((await (await openWorkspace(copy)).corpora.list()).items).toEqual([corpusNamed('fable')]);
  });
});

describe.skipIf(process.platform === 'win32')('what is in a workspace', () => {
  const umask = process.umask(0);
  process.umask(umask);
  afterEach(() => void process.umask(umask));

  const modesIn = (root: string) =>
    Object.fromEntries(['.', ...pathsIn(root)].map((path) => [path, lstatSync(join(root, path)).mode & 0o777]));

  test.each([
    ['that is made', 'Aesop'],
    ['that begins in an empty folder', ''],
  ])('%s is its person’s alone, whatever the umask', async (_, inside) => {
    const place = temporaryFolder();
    chmodSync(place, 0o777);
    process.umask(0);
    const workspace = await openWorkspace(join(place, inside));
    const files = runFiles(workspace.runs.path('run-1'));
    await workspace.runs.write(runNamed('run-1'));
    await workspace.runs.update('run-1', (run) => ({ ...run, step: 2 }));
    await makeRunFolders(files);
    await (await LineWriter.open(files.metrics)).close();
    await takeLock(files.folder);
    await workspace.stories.write(storyNamed('once'));
    await workspace.stories.remove('once');
    await changeSettings(workspace.settingsPath, { storySize: 20 });
    await new LogFile(workspace.logFolder).append([]);
    const modes = modesIn(workspace.root);
    expect(Object.keys(modes)).toEqual(
      expect.arrayContaining(['runs/run-1/run.json', 'runs/run-1/lock.json', 'settings.json', 'log/aesop.log', MARK]),
    );
    for (const [path, mode] of Object.entries(modes))
      expect([path, mode.toString(8)]).toEqual([path, statSync(join(workspace.root, path)).isFile() ? '600' : '700']);
  });

  test('of before, which somebody may have opened to others, keeps its mode', async () => {
    const root = await folderWith(...OLD);
    chmodSync(root, 0o770);
    await openWorkspace(root);
    expect(statSync(root).mode & 0o777).toBe(0o770);
  });

  test('does not change the mode of what is written elsewhere', async () => {
    const { writeFileAtomic, writeFolderAtomic } = await import('../../../electron/storage/files/atomic.ts');
    process.umask(0o022);
    const folder = temporaryFolder();
    await writeFileAtomic(join(folder, 'story.txt'), 'x');
    await writeFolderAtomic(join(folder, 'model'), (made) => writeFile(join(made, 'a'), 'x'));
    const { '.': _own, ...modes } = modesIn(folder);
    expect(modes).toEqual({ 'story.txt': 0o644, model: 0o755, 'model/a': 0o644 });
  });
});
