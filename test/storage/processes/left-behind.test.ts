import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { copyWorkspace, lookAtPlace } from '../../../electron/storage/workspace/move-workspace.ts';
import { hasEnded, processMark, startTime } from '../../../electron/storage/processes/processes.ts';
import {
  sweepTemporaryFolders,
  temporaryFolder as ownFolder,
} from '../../../electron/storage/processes/temporary-folder.ts';
import { newCopy, noteTarget, sweepCopies } from '../../../electron/storage/workspace/unfinished-copies.ts';
import { openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { corpusNamed, storyNamed } from '../things.ts';

const MARK = 'aesop-workspace.json';
const KINDS = ['corpora', 'runs', 'models', 'stories'];
/** No process has that id: Linux and macOS count to a few millions at most. */
const DEAD = 2 ** 30;

afterEach(() => vi.unstubAllEnvs());

/** The mark of a process like this one that is gone: no such id, or one that another process has now. */
async function markOfDead(): Promise<string> {
  return (await processMark()).replace(`-${process.pid}-`, `-${DEAD}-`);
}

/** The path of something of ours as a process that is gone would have named it. */
async function ofDead(path: string): Promise<string> {
  return join(dirname(path), basename(path).replace(await processMark(), await markOfDead()));
}

describe('the mark of a process', () => {
  test('tells the living from the dead, and knows nothing of other machines', async () => {
    const [host, pid] = (await processMark()).split('-');
    expect(await hasEnded(await processMark())).toBe(false);
    expect(await hasEnded(await markOfDead())).toBe(true);
    expect(await hasEnded([host, DEAD, 1].join('-'))).toBe(true);
    expect(await hasEnded(['0'.repeat(8), DEAD, 1].join('-'))).toBe(false);
    if ((await startTime(process.pid)) !== null) expect(await hasEnded([host, pid, 1].join('-'))).toBe(true);
  });
});

test('temporary folders of Aesops that were killed go; those of living ones and of other programs stay', async () => {
  const [place, target] = [temporaryFolder(), temporaryFolder()];
  vi.stubEnv('TMPDIR', place);
  const living = await ownFolder('serve');
  expect(dirname(living)).toBe(place);
  const dead = [];
  for (const purpose of ['inspect', 'paste', 'scratch', 'serve'] as const) {
    const made = await ownFolder(purpose);
    await writeFile(join(made, 'text.txt'), 'a whole novel');
    await rename(made, await ofDead(made));
    dead.push(await ofDead(made));
  }
  const mark = await markOfDead();
  const others = ['aesop-notes', `aesop-x-${mark}-abcdef`, `aesop-serve-${mark}`, await mkdtemp(join(place, 'aesop-'))];
  for (const name of others.slice(0, -1)) await mkdir(join(place, name));
  await symlink(target, join(place, `aesop-serve-${mark}-abcdef`));
  await sweepTemporaryFolders();
  for (const path of dead) expect(existsSync(path)).toBe(false);
  const left = [...others, basename(living), `aesop-serve-${mark}-abcdef`].map((path) => basename(path));
  expect((await readdir(place)).sort()).toEqual(left.sort());
});

/** A workspace with a text, settings and something in the trash, and a whole copy of it that has not moved in yet. */
async function copied() {
  const { root, corpora, stories, settingsPath } = await openWorkspace(temporaryFolder());
  await corpora.write(corpusNamed('fable'));
  await stories.write(storyNamed('gone'));
  await stories.remove('gone');
  await writeFile(settingsPath, '{"version":1,"storySize":21}');
  const whole = temporaryFolder();
  await copyWorkspace(root, whole, { signal: new AbortController().signal, progress: () => {} });
  const target = temporaryFolder();
  const copy = await ofDead(await newCopy(target));
  await rename(whole, copy);
  await mkdir(whole);
  return { root, target, copy };
}

describe('a move that was killed', () => {
  /** As many renames as there can be; none at all leaves a place that is still empty. */
  test.each(Array.from({ length: 8 }, (_, renames) => renames))('after %i renames', async (renames) => {
    const { root, target, copy } = await copied();
    const between = (await readdir(copy)).filter((name) => name !== MARK && !KINDS.includes(name));
    const order = [...KINDS, ...between, MARK];
    expect(order).toHaveLength(7);
    for (const name of order.slice(0, renames)) await rename(join(copy, name), join(target, name));
    if (renames > 0) expect(await lookAtPlace(root, target)).toMatchObject({ kind: 'workspace' });
    const { corpora, stories, settingsPath } = await openWorkspace(target);
    expect(existsSync(copy)).toBe(false);
    if (renames === 0) return expect((await corpora.list()).items).toEqual([]);
    expect((await corpora.list()).items).toEqual([corpusNamed('fable')]);
    expect(await stories.restore('gone')).toEqual(storyNamed('gone'));
    expect(JSON.parse(await readFile(settingsPath, 'utf8')).storySize).toBe(21);
  });

  test('leaves nothing behind for those who look at the place again, however much was copied', async () => {
    const { root } = await openWorkspace(temporaryFolder());
    const target = temporaryFolder();
    const copy = await ofDead(await newCopy(target));
    await mkdir(join(copy, 'corpora', 'fable'), { recursive: true });
    expect(await lookAtPlace(root, target)).toMatchObject({ kind: 'empty' });
    expect(await readdir(target)).toEqual([]);
  });

  test('never touches what another process copies, nor a file of other programs', async () => {
    const { root, target, copy } = await copied();
    const living = await newCopy(target);
    await mkdir(living);
    await writeFile(join(target, 'thesis.docx'), 'mine');
    await expect(lookAtPlace(root, target)).rejects.toMatchObject({ code: 'place-full' });
    expect((await readdir(target)).sort()).toEqual([basename(living), 'thesis.docx'].sort());
    expect(existsSync(copy)).toBe(false);
  });

  test('does not move over what came into its way', async () => {
    const { target, copy } = await copied();
    await rename(join(copy, 'corpora'), join(target, 'corpora'));
    await mkdir(join(target, 'models'));
    await writeFile(join(target, 'models', 'mine.gguf'), 'mine');
    await expect(openWorkspace(target)).resolves.toMatchObject({ root: target });
    expect(await readdir(join(target, 'models'))).toEqual(['mine.gguf']);
    expect(await readdir(join(copy, 'models'))).toEqual([]);
  });

  test('is swept at its target by the next host that stays at its source', async () => {
    const { root } = await openWorkspace(temporaryFolder());
    const target = temporaryFolder();
    const [dead, living] = [await ofDead(await newCopy(target)), await newCopy(target)];
    for (const copy of [dead, living]) await mkdir(join(copy, 'corpora'), { recursive: true });
    await writeFile(join(target, 'mine.txt'), 'mine');
    await noteTarget(root, target);
    await sweepCopies(root);
    expect((await readdir(target)).sort()).toEqual([basename(living), 'mine.txt'].sort());
    expect((await readdir(root)).filter((name) => name.includes('move'))).toEqual([]);
  });
});

test('a copy is noted while it is made, and takes no links along', async () => {
  const { root, corpora } = await openWorkspace(temporaryFolder());
  await corpora.write(corpusNamed('fable'));
  const outside = temporaryFolder();
  await writeFile(join(outside, 'secret.txt'), 'mine');
  await symlink(outside, join(root, 'corpora', 'linked'));
  await symlink(join(outside, 'secret.txt'), join(corpora.path('fable'), 'text.txt'));
  const target = join(temporaryFolder(), 'Aesop');
  await mkdir(target);
  let noted = '';
  const progress = () => void (noted ||= existsSync(join(root, '.aesop-move.json')) ? target : '');
  await copyWorkspace(root, target, { signal: new AbortController().signal, progress });
  expect(noted).toBe(target);
  expect(existsSync(join(root, '.aesop-move.json'))).toBe(false);
  expect(await readdir(join(target, 'corpora'))).toEqual(['fable']);
  expect(await readdir(join(target, 'corpora', 'fable'))).toEqual(['corpus.json']);
  await rm(target, { recursive: true });
});
