import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readdir, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeTrash, emptyOldTrash, emptyTrash, listTrash } from '../../../electron/storage/workspace/trash.ts';
import { openWorkspace, type Workspace } from '../../../electron/storage/workspace/workspace.ts';
import { createStudio } from '../../../electron/studio/index.ts';
import { fakeLauncher } from '../../studio/fake-worker.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { corpusNamed, runNamed, storyNamed } from '../things.ts';

const DAY = 86_400_000;

async function deleted({ runs, root }: Workspace, id: string, days: number): Promise<void> {
  await runs.write(runNamed(id));
  await writeFile(join(runs.path(id), 'metrics.jsonl'), 'x'.repeat(10_000));
  await runs.remove(id);
  const then = new Date(Date.now() - days * DAY);
  await utimes(join(root, '.trash', 'runs', id), then, then);
}

/** Opens the studio over a workspace and closes it; one that stays has set its house in order by then. */
async function opened(root: string, resident: boolean): Promise<void> {
  const { launch } = fakeLauncher();
  const studio = await createStudio({ workspace: root, resources: root, launchWorker: launch, version: '0', resident });
  await studio.request('studio.state', {});
  if (resident) await expect.poll(() => existsSync(join(root, '.trash', 'runs', 'old'))).toBe(false);
  await studio.close();
}

describe('the trash', () => {
  test('gives back what was deleted, with all that was in it', async () => {
    const { corpora } = await openWorkspace(temporaryFolder());
    await corpora.write(corpusNamed('fable'));
    await writeFile(join(corpora.path('fable'), 'text.txt'), 'long ago');
    await corpora.remove('fable');
    expect((await corpora.list()).items).toEqual([]);
    await expect(corpora.remove('fable')).rejects.toMatchObject({ code: 'corpus-missing' });
    expect(await corpora.restore('fable')).toEqual(corpusNamed('fable'));
    expect(await readdir(corpora.path('fable'))).toEqual(['corpus.json', 'text.txt']);
    await expect(corpora.restore('fable')).rejects.toMatchObject({ code: 'trash-missing' });
  });

  test('holds stories too, and the latest of two of one name', async () => {
    const { stories } = await openWorkspace(temporaryFolder());
    for (const title of ['first', 'second']) {
      await stories.write({ ...storyNamed('once'), title });
      await stories.remove('once');
    }
    expect((await stories.restore('once')).title).toBe('second');
  });

  test('lists what can come back by name, the newest first, and follows no link', async () => {
    const root = temporaryFolder();
    const workspace = await openWorkspace(root);
    const { corpora, stories } = workspace;
    await corpora.write(corpusNamed('fable'));
    await corpora.remove('fable');
    await stories.write({ ...storyNamed('once'), title: 'Once upon a quay' });
    await stories.remove('once');
    const old = new Date(Date.now() - DAY);
    await utimes(join(root, '.trash', 'corpora', 'fable'), old, old);
    await symlink(root, join(root, '.trash', 'corpora', 'elsewhere'));
    await writeFile(join(root, '.trash', 'stories', 'torn.json'), '{');
    await utimes(join(root, '.trash', 'stories', 'torn.json'), new Date(0), new Date(0));
    const { things, more } = await listTrash(workspace);
    expect(things.map(({ kind, id, name }) => `${kind}/${id} ${name}`)).toEqual([
      'stories/once Once upon a quay',
      `corpora/fable ${corpusNamed('fable').name}`,
      'stories/torn ',
    ]);
    expect(more).toBe(0);
  });

  test('counts from the deletion, however old the thing is', async () => {
    const root = temporaryFolder();
    const { runs } = await openWorkspace(root);
    await runs.write(runNamed('ancient'));
    await utimes(runs.path('ancient'), new Date(0), new Date(0));
    await runs.remove('ancient');
    expect((await stat(join(root, '.trash', 'runs', 'ancient'))).mtimeMs).toBeGreaterThan(Date.now() - DAY);
  });

  test('says how much it holds and since when, and frees it when it is emptied', async () => {
    const workspace = await openWorkspace(temporaryFolder());
    expect(await describeTrash(workspace)).toEqual({ items: 0, bytes: 0, oldest: null });
    await deleted(workspace, 'old', 12);
    await deleted(workspace, 'new', 3);
    await workspace.stories.write(storyNamed('once'));
    await workspace.stories.remove('once');
    const { items, bytes, oldest } = await describeTrash(workspace);
    expect(items).toBe(3);
    expect(bytes).toBeGreaterThan(20_000);
    expect(Math.round((Date.now() - Date.parse(oldest!)) / DAY)).toBe(12);
    expect(await emptyTrash(workspace)).toEqual({ items, bytes });
    expect(await describeTrash(workspace)).toEqual({ items: 0, bytes: 0, oldest: null });
    await expect(workspace.runs.restore('old')).rejects.toMatchObject({ code: 'trash-missing' });
  });

  test('is emptied of what lies there for more than 30 days by a host that stays, never by one that only reads', async () => {
    const workspace = await openWorkspace(temporaryFolder());
    await deleted(workspace, 'old', 31);
    await deleted(workspace, 'recent', 29);
    const inTrash = () => readdir(join(workspace.root, '.trash', 'runs'));
    await openWorkspace(workspace.root);
    await opened(workspace.root, false);
    expect((await inTrash()).sort()).toEqual(['old', 'recent']);
    await opened(workspace.root, true);
    expect(await inTrash()).toEqual(['recent']);
    expect(await workspace.runs.restore('recent')).toEqual(runNamed('recent'));
  });

  test('is only what we put there, by name and kind; one bad entry stops nothing', async () => {
    const workspace = await openWorkspace(temporaryFolder());
    const trash = join(workspace.root, '.trash');
    const others = ['Notes/diary.md', 'runs/Notes/diary.md', 'runs/notes.txt', 'stories/poem.md', 'log/aesop.log'];
    for (const path of [...others, 'stories/a-folder.json/x', 'stories/.hidden.json']) {
      await mkdir(join(trash, path, '..'), { recursive: true });
      await writeFile(join(trash, path), 'mine');
    }
    await symlink('/nowhere', join(trash, 'models'));
    const before = (readdirSync(trash, { recursive: true }) as string[]).sort();
    await deleted(workspace, 'old', 40);
    await writeFile(join(trash, 'corpora'), 'a file where a folder should be');
    expect((await emptyOldTrash(workspace)).items).toBe(1);
    expect((await emptyTrash(workspace)).items).toBe(0);
    expect((readdirSync(trash, { recursive: true }) as string[]).sort()).toEqual([...before, 'corpora'].sort());
    await opened(workspace.root, true);
  });
});
