import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyWorkspace, lookAtPlace } from '../../../electron/storage/workspace/move-workspace.ts';
import { openWorkspace, type Workspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { corpusNamed, runNamed, storyNamed } from '../things.ts';

const calm = { signal: new AbortController().signal, progress: () => {} };

async function workspaceWithThings(): Promise<Workspace> {
  const workspace = await openWorkspace(temporaryFolder());
  await workspace.corpora.write(corpusNamed('fable'));
  await writeFile(join(workspace.corpora.path('fable'), 'text.txt'), '守株待兔\n'.repeat(40_000));
  await workspace.runs.write(runNamed('run-1'));
  await mkdir(join(workspace.runs.path('run-1'), 'checkpoints', '20'), { recursive: true });
  await writeFile(
    join(workspace.runs.path('run-1'), 'checkpoints', '20', 'weights.safetensors'),
    Buffer.alloc(70_000, 7),
  );
  await writeFile(join(workspace.runs.path('run-1'), 'lock.json'), '{}');
  await workspace.stories.write(storyNamed('once'));
  await workspace.stories.write(storyNamed('gone'));
  await workspace.stories.remove('gone');
  await writeFile(join(workspace.logFolder, 'aesop.log'), 'a line');
  await workspace.stories.summaries();
  return workspace;
}

describe('a folder chosen for the workspace', () => {
  test.each([
    ['an empty one', [], 'empty'],
    ['one that only the system wrote into', ['.DS_Store', 'desktop.ini'], 'empty'],
    ['a copy that was cut short', ['.aesop-copy-12-abc/corpora/'], 'empty'],
    ['another workspace', ['corpora/', 'runs/', 'models/', 'stories/', 'settings.json'], 'workspace'],
  ])('%s is taken for what it is', async (_, names, kind) => {
    const { root } = await workspaceWithThings();
    const folder = temporaryFolder();
    for (const name of names)
      await (name.endsWith('/') ? mkdir(join(folder, name), { recursive: true }) : writeFile(join(folder, name), ''));
    const place = await lookAtPlace(root, folder);
    expect(place).toMatchObject({ kind });
    expect(place.needed).toBeGreaterThan(13 * 40_000 + 70_000);
    expect(place.free).toBeGreaterThan(0);
    expect((await readdir(folder)).length).toBe(new Set(names.map((name) => name.split('/')[0])).size);
  });

  test('is refused where it holds other things, or lies within the present workspace or round it', async () => {
    const { root } = await workspaceWithThings();
    const full = temporaryFolder();
    await writeFile(join(full, 'thesis.docx'), '');
    await expect(lookAtPlace(root, full)).rejects.toMatchObject({ code: 'place-full', values: { path: full } });
    const inner = join(root, 'new');
    await mkdir(inner);
    const link = join(temporaryFolder(), 'link');
    await symlink(inner, link);
    for (const folder of [root, inner, link, join(root, '..')])
      await expect(lookAtPlace(root, folder)).rejects.toMatchObject({ code: 'place-inside' });
  });

  test('is refused where nothing can be written', async () => {
    const { root } = await workspaceWithThings();
    await expect(lookAtPlace(root, '/proc')).rejects.toMatchObject({ code: expect.stringMatching(/^(no-|file-)/) });
  });
});

describe('a copied workspace', () => {
  test('holds every byte, deleted things included, but no locks, no cache and no log; the old one is as it was', async () => {
    const workspace = await workspaceWithThings();
    const before = await readdir(workspace.root, { recursive: true });
    const folder = join(temporaryFolder(), 'Aesop');
    await mkdir(folder);
    const told: number[] = [];
    await copyWorkspace(workspace.root, folder, { ...calm, progress: (fraction) => told.push(fraction) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    const after = await readdir(folder, { recursive: true });
    const cache = ['.cache', join('.cache', 'stories.json')];
    const left = ['log', join('log', 'aesop.log'), join('runs', 'run-1', 'lock.json'), ...cache];
    expect(before).toEqual(expect.arrayContaining(left));
    expect(after.sort()).toEqual(before.filter((name) => !left.includes(name)).sort());
    for (const path of ['corpora/fable/text.txt', 'runs/run-1/checkpoints/20/weights.safetensors'])
      expect((await readFile(join(folder, path))).equals(await readFile(join(workspace.root, path)))).toBe(true);
    const copied = await openWorkspace(folder);
    expect(await copied.runs.read('run-1')).toEqual(runNamed('run-1'));
    expect(await copied.stories.restore('gone')).toEqual(storyNamed('gone'));
    expect((await readdir(workspace.root, { recursive: true })).sort()).toEqual(before.sort());
  });

  test('can come back to where it was, once that was emptied', async () => {
    const { root } = await workspaceWithThings();
    const folder = temporaryFolder();
    await copyWorkspace(root, folder, calm);
    for (const name of await readdir(root)) await rm(join(root, name), { recursive: true });
    await copyWorkspace(folder, root, calm);
    expect(await (await openWorkspace(root)).runs.read('run-1')).toEqual(runNamed('run-1'));
  });

  test('that was left off leaves an empty folder, into which it can be copied then', async () => {
    const { root } = await workspaceWithThings();
    const folder = temporaryFolder();
    const abort = new AbortController();
    const copying = copyWorkspace(root, folder, {
      signal: abort.signal,
      progress: (fraction) => fraction > 0.3 && abort.abort(),
    });
    await expect(copying).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readdir(folder)).toEqual([]);
    await copyWorkspace(root, folder, calm);
    expect(await readdir(folder)).toContain('runs');
  });
});
