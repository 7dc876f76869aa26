import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { idSchema, readId } from '../../../electron/contract/common.ts';
import { anyCharacter } from '../../engine/text/texts.ts';
import { newId, slug } from '../../../electron/storage/records/ids.ts';
import { readTextSlice } from '../../../electron/storage/files/text-slice.ts';
import { openWorkspace, workspaceFolder } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { corpusNamed, runNamed, storyNamed } from '../things.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the workspace', () => {
  test('lies where it is asked for, else at AESOP_HOME, else in the home folder', () => {
    vi.stubEnv('AESOP_HOME', '/stories');
    expect(workspaceFolder('here')).toBe(resolve('here'));
    expect(workspaceFolder()).toBe(resolve('/stories'));
    vi.stubEnv('AESOP_HOME', '');
    expect(workspaceFolder()).toBe(join(homedir(), 'Aesop'));
  });

  test('is refused plainly where a file is in the way, or where nothing can be made', async () => {
    const file = join(temporaryFolder(), 'novel.txt');
    await writeFile(file, 'text');
    await expect(openWorkspace(file)).rejects.toMatchObject({ code: 'not-a-folder', values: { path: file } });
    await expect(openWorkspace('/proc/aesop/here')).rejects.toMatchObject({ code: expect.any(String) });
  });

  test('keeps things as plain folders and files', async () => {
    const root = temporaryFolder();
    const { corpora, runs, stories } = await openWorkspace(root);
    await corpora.write(corpusNamed('fable'));
    await runs.write(runNamed('run-1'));
    await stories.write(storyNamed('once'));
    for (const path of ['corpora/fable/corpus.json', 'runs/run-1/run.json', 'stories/once.json'])
      expect(existsSync(join(root, path))).toBe(true);
    expect(await runs.read('run-1')).toEqual(runNamed('run-1'));
    expect((await stories.list()).items).toEqual([storyNamed('once')]);
  });

  test('shows what is whole when something is damaged or of a later Aesop, and says what is not', async () => {
    const root = temporaryFolder();
    const { runs } = await openWorkspace(root);
    await runs.write(runNamed('good'));
    for (const [id, text] of [
      ['torn', '{"version":1,'],
      ['newer', '{"version":7}'],
    ]) {
      await mkdir(join(root, 'runs', id));
      await writeFile(join(root, 'runs', id, 'run.json'), text);
    }
    const { items, problems } = await runs.list();
    expect(items.map(({ id }) => id)).toEqual(['good']);
    expect(problems.map(({ code }) => code).sort()).toEqual(['file-damaged', 'model-newer']);
  });

  test('has no thing and no problem in an empty folder, as a full disk may leave it', async () => {
    const root = temporaryFolder();
    const { runs } = await openWorkspace(root);
    await mkdir(join(root, 'runs', 'empty-run'));
    expect(await runs.list()).toEqual({ items: [], problems: [] });
    await expect(runs.read('empty-run')).rejects.toMatchObject({ code: 'run-missing' });
  });

  test.each(['corpora', 'runs', 'models', 'stories'] as const)(
    'opens where %s is a file, and says so',
    async (kind) => {
      const { root, ...things } = await openWorkspace(temporaryFolder());
      await rm(join(root, kind), { recursive: true });
      await writeFile(join(root, kind), 'in the way');
      await openWorkspace(root);
      expect(await things[kind].list()).toMatchObject({ items: [], problems: [{ code: 'not-a-folder' }] });
    },
  );

  test('knows a folder that a person renamed or copied by its new name', async () => {
    const root = temporaryFolder();
    const { corpora } = await openWorkspace(root);
    await corpora.write(corpusNamed('fable'));
    await rename(join(root, 'corpora', 'fable'), join(root, 'corpora', 'my-fable'));
    expect((await corpora.read('my-fable')).id).toBe('my-fable');
  });

  test.each(['../settings', 'a/b', '', '..', '.trash'])('takes %j for no id', async (id) => {
    const { corpora } = await openWorkspace(temporaryFolder());
    expect(() => corpora.path(id)).toThrow(expect.objectContaining({ code: 'corpus-missing' }));
    await expect(corpora.remove(id)).rejects.toMatchObject({ code: 'corpus-missing' });
  });

  test('changes one thing after the other', async () => {
    const { runs } = await openWorkspace(temporaryFolder());
    await runs.write(runNamed('run'));
    await Promise.all(Array.from({ length: 20 }, () => runs.update('run', (run) => ({ ...run, step: run.step + 1 }))));
    expect((await runs.read('run')).step).toBe(20);
  });
});

describe('ids', () => {
  test.each([
    ['Belling the Cat', 'belling-the-cat'],
    ['Émile & Zoë!!', 'emile-zoe'],
    ['  ../../etc/passwd ', 'etc-passwd'],
    ['逍遥游', '逍遥游'],
    ['二〇二六年（上）', '二〇二六年-上'],
    ['Война и мир', 'война-и-мир'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
    ['か\u3099っこう', 'がっこう'],
    ['한국어'.normalize('NFD'), '한국어'],
    ['हिन्दी कहानी', 'हिन्दी-कहानी'],
    ['می\u200cخواهم', 'میخواهم'],
    ['Ｆａｂｌｅ ﬁve ①', 'fable-five-1'],
    ['İstanbul', 'istanbul'],
    ['\u202ecod.exe', 'cod-exe'],
    ['👩‍👩‍👧 ❤️ \u0301', ''],
    ['x'.repeat(100), 'x'.repeat(40)],
    ['逍'.repeat(100), '逍'.repeat(30)],
    [`${'逍'.repeat(29)}हिन्दी`, '逍'.repeat(29)],
  ])('%s reads as %s', (name, expected) => expect(slug(name)).toBe(expected));

  test('are unique, and tell what has no letters by its kind', () => {
    const ids = Array.from({ length: 200 }, () => newId('🐭', 'text'));
    expect(new Set(ids).size).toBe(200);
    for (const id of ids) expect(id).toMatch(/^text-[a-z0-9]{5}$/);
  });

  test('of whatever name are folders on every system, and one word in shells and addresses', () => {
    const name = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: anyCharacter }), fc.constant('CON'));
    fc.assert(
      fc.property(name, (typed) => {
        const id = newId(typed, 'text');
        expect(idSchema.parse(id)).toBe(id);
        expect(id.toLowerCase()).toBe(id);
        expect(Buffer.byteLength(id)).toBeLessThanOrEqual(100);
        expect(id).toMatch(/^[\p{L}\p{Nd}〇][\p{L}\p{M}\p{Nd}〇-]*-[a-z0-9]{5}$/u);
        expect(slug(slug(typed))).toBe(slug(typed));
      }),
      { numRuns: 2000, seed: 8 },
    );
  });

  test.each([
    '',
    '..',
    '.a',
    '-a',
    'a/b',
    'a\\b',
    'a b',
    'a:b',
    'a\n',
    'A',
    'Ж',
    'Ⅷ',
    '①',
    'a\u200db',
    'a\u202eb',
    '\u0301a',
    'ㅤ',
    'a'.repeat(81),
  ])('%j is none', (id) => expect(readId(id)).toBeUndefined());

  test('given since the first version are some', () => {
    for (const id of ['fable-1', 'belling-the-cat-ab2de', '7', 'a.b_c-d', 'x'.repeat(80)]) expect(readId(id)).toBe(id);
  });

  test('stand for the same thing in every form of Unicode', async () => {
    const { runs } = await openWorkspace(temporaryFolder());
    await runs.write(runNamed('がっこう-ab2de'));
    expect((await runs.read('か\u3099っこう-ab2de')).id).toBe('がっこう-ab2de');
    expect((await runs.list()).items.map(({ id }) => id)).toEqual(['がっこう-ab2de']);
    await runs.remove('か\u3099っこう-ab2de');
    expect((await runs.restore('がっこう-ab2de')).id).toBe('がっこう-ab2de');
  });
});

describe('a stretch of a text', () => {
  test('is cut by UTF-16 units wherever the bytes lie, and never through a character', async () => {
    const text = '愚公移山🐭'.repeat(70_000);
    const path = join(temporaryFolder(), 'text.txt');
    await writeFile(path, text);
    let read = '';
    while (read.length < text.length) {
      const { text: piece } = await readTextSlice(path, read.length, 100_001);
      expect(piece).toBe(text.slice(read.length, read.length + piece.length));
      expect(piece).not.toMatch(/\p{Surrogate}/u);
      read += piece;
    }
    expect((await readTextSlice(path, text.length + 5, 10)).text).toBe('');
  });

  test('knows the line it begins in, however far', async () => {
    const text = 'mice\n\ncats and\n'.repeat(50_000);
    const path = join(temporaryFolder(), 'text.txt');
    await writeFile(path, text);
    for (const offset of [0, 4, 5, 6, 400_001, text.length]) {
      const { line } = await readTextSlice(path, offset, 10);
      expect(line).toBe(text.slice(0, offset).split('\n').length);
    }
  });
});
