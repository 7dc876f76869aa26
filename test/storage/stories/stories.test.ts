import { cp, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { versionOf } from '../../../electron/contract/file-formats.ts';
import type { Story, StorySymbol } from '../../../electron/contract/story.ts';
import { Random } from '../../../electron/engine/random.ts';
import { openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { storyNamed } from '../things.ts';

/** Files of stories that were opened: once for a summary at the head, once more where the file had to be read whole. */
const opened = vi.hoisted(() => [] as string[]);
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const isStory = (path: unknown): path is string => /stories[/\\][^/\\.][^/\\]*\.json$/.test(String(path));
  const open: typeof real.open = (path, ...rest) => {
    if (isStory(path)) opened.push(path);
    return real.open(path, ...rest);
  };
  return { ...real, open };
});

beforeEach(() => void opened.splice(0));

const WORDS = Array.from({ length: 4000 }, (_, index) => ` word${index.toString(36)}`);

/** A story of which a word in two is one of forty, as in a language. */
function told(id: string, count: number, seed = 1): Story {
  const random = new Random(seed);
  const word = () => random.integer(random.integer(2) === 0 ? 40 : WORDS.length);
  const symbols = Array.from({ length: count }, (): StorySymbol => {
    const told = word();
    const runnersUp = [2, 3, 4, 5, 6].map((part) => ({ text: WORDS[word()], probability: random.uniform() / part }));
    return { id: told, text: WORDS[told], probability: random.uniform(), runnersUp };
  });
  return { ...storyNamed(id), symbols, text: `a${symbols.map(({ text }) => text).join('')}` };
}

/** As Aesop wrote stories before their symbols were packed. */
const writeOld = (path: string, { toldAt: _, sampling: { minP: __, ...sampling }, ...story }: Story) =>
  writeFile(path, `${JSON.stringify({ ...story, sampling, version: 1 }, null, 2)}\n`);
/** Makes a file one of before every telling was written. */
async function makeSecond(path: string): Promise<void> {
  const { version: _, toldAt: __, ...story } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  await writeFile(path, `${JSON.stringify({ version: 2, ...story }, null, 2)}\n`);
}

describe('the file of a story', () => {
  test('gives back every symbol and runner-up, chances to two digits at least', async () => {
    const { stories } = await openWorkspace(temporaryFolder());
    const story = told('once', 300);
    story.symbols[7].runnersUp = [];
    story.symbols[8].probability = 1;
    story.symbols[9].probability = 3e-9;
    await stories.write(story);
    const { symbols, ...back } = await stories.read('once');
    expect({ ...back, symbols: [] }).toEqual({ ...story, symbols: [] });
    expect(symbols.map(({ id, text }) => [id, text])).toEqual(story.symbols.map(({ id, text }) => [id, text]));
    symbols.forEach(({ probability, runnersUp }, at) => {
      const before = story.symbols[at];
      expect(probability / before.probability).toBeCloseTo(1, 3);
      expect(runnersUp.map(({ text }) => text)).toEqual(before.runnersUp.map(({ text }) => text));
      runnersUp.forEach((other, rank) =>
        expect(other.probability / before.runnersUp[rank].probability).toBeCloseTo(1, 2),
      );
    });
  });

  test('of 10,000 words takes less than 400 kB, and its prompt and text can be read in it', async () => {
    const root = temporaryFolder();
    const { stories } = await openWorkspace(root);
    const story = told('long', 10_000);
    await stories.write(story);
    const path = join(root, 'stories', 'long.json');
    expect((await stat(path)).size - story.text.length).toBeLessThan(340_000);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ title: 'long', text: story.text, length: 10_000 });
  });

  test('of an older Aesop opens, is listed, and loses nothing when it is renamed', async () => {
    const root = temporaryFolder();
    const { stories } = await openWorkspace(root);
    const story = told('old', 50);
    await writeOld(join(root, 'stories', 'old.json'), story);
    // told again, it is told as it was
    const sampling = { ...story.sampling, minP: 0 };
    expect(await stories.read('old')).toEqual({ ...story, sampling, toldAt: story.keptAt });
    expect((await stories.summaries()).items).toMatchObject([{ id: 'old', title: 'old', length: 50, model: 'fable' }]);
    await stories.update('old', (kept) => ({ ...kept, title: 'New' }));
    const renamed = await stories.read('old');
    expect(renamed.title).toBe('New');
    expect(renamed.symbols.map(({ runnersUp }) => runnersUp.length)).toEqual(Array(50).fill(5));
    expect((await stories.summaries()).items).toMatchObject([{ id: 'old', title: 'New', length: 50 }]);
  });

  test.each([
    ['torn symbols', { symbols: 'AAAA' }, 'file-damaged'],
    ['symbols that are no text', { symbols: 7 }, 'file-damaged'],
    ['a version of a later Aesop', { version: versionOf('story') + 1 }, 'model-newer'],
  ])('with %s says so, and hides no other', async (_, change, code) => {
    const root = temporaryFolder();
    const { stories } = await openWorkspace(root);
    await stories.write(told('whole', 5));
    await stories.write(told('bad', 5));
    const path = join(root, 'stories', 'bad.json');
    await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), ...change }, null, 2));
    await expect(stories.read('bad')).rejects.toMatchObject({ code });
    expect((await stories.summaries()).items.map(({ id }) => id)).toContain('whole');
  });
});

describe('the list of stories', () => {
  test('of the Aesop before this one is read from their heads, told when they were kept', async () => {
    const root = temporaryFolder();
    const { stories } = await openWorkspace(root);
    await stories.write(told('second', 20));
    await makeSecond(stories.path('second'));
    opened.splice(0);
    const { keptAt } = storyNamed('second');
    expect((await stories.summaries()).items).toMatchObject([{ id: 'second', toldAt: keptAt, keptAt, length: 20 }]);
    expect(opened).toHaveLength(1);
    expect(await stories.read('second')).toMatchObject({ toldAt: keptAt, keptAt });
  });

  test('is read from the heads of the files once, and from none of them then', async () => {
    const root = temporaryFolder();
    const { stories } = await openWorkspace(root);
    for (let at = 0; at < 30; at++) await stories.write(told(`story-${at}`, 20, at));
    opened.splice(0);
    const listed = (await stories.summaries()).items;
    expect(listed).toHaveLength(30);
    expect(listed[0].excerpt).toMatch(/^a word\S+ word.{100,160}…?$/);
    expect(opened).toHaveLength(30);
    opened.splice(0);
    expect((await stories.summaries()).items).toEqual(listed);
    expect((await (await openWorkspace(root)).stories.summaries()).items).toEqual(listed);
    expect(opened).toEqual([]);
  });

  test('reads a file of an older Aesop, or set anew by hand, whole once and never again', async () => {
    const root = temporaryFolder();
    const { stories } = await openWorkspace(root);
    await writeOld(join(root, 'stories', 'old.json'), told('old', 5));
    await stories.write(told('flat', 5));
    const flat = join(root, 'stories', 'flat.json');
    await writeFile(flat, JSON.stringify(JSON.parse(await readFile(flat, 'utf8'))));
    opened.splice(0);
    const listed = (await stories.summaries()).items;
    expect(listed.map(({ id, length }) => [id, length])).toEqual([
      ['flat', 5],
      ['old', 5],
    ]);
    expect(opened).toHaveLength(4);
    expect((await (await openWorkspace(root)).stories.summaries()).items).toEqual(listed);
    expect(opened).toHaveLength(4);
  });

  test('notices files that a person adds, copies, changes and deletes', async () => {
    const root = temporaryFolder();
    const { stories } = await openWorkspace(root);
    for (const id of ['changed', 'gone', 'stays']) await stories.write(told(id, 5));
    expect((await stories.summaries()).items).toHaveLength(3);
    const path = (id: string) => join(root, 'stories', `${id}.json`);
    await cp(path('stays'), path('copied'));
    await writeFile(
      path('changed'),
      (await readFile(path('changed'), 'utf8')).replace('"title": "changed"', '"title": "another"'),
    );
    await rm(path('gone'));
    const listed = Object.fromEntries((await stories.summaries()).items.map(({ id, title }) => [id, title]));
    expect(Object.keys(listed).sort()).toEqual(['changed', 'copied', 'stays']);
    expect(listed).toMatchObject({ changed: 'another', copied: 'stays' });
    // The same size, at another time.
    await writeFile(
      path('stays'),
      (await readFile(path('stays'), 'utf8')).replace('"title": "stays"', '"title": "stood"'),
    );
    await utimes(path('stays'), new Date(), new Date(Date.now() + 5000));
    expect((await stories.summaries()).items.find(({ id }) => id === 'stays')?.title).toBe('stood');
  });

  test('survives an index that is damaged, of another story, or cannot be written', async () => {
    const root = temporaryFolder();
    const { stories } = await openWorkspace(root);
    await stories.write(told('once', 5));
    const listed = (await stories.summaries()).items;
    const index = join(root, '.cache', 'stories.json');
    for (const text of ['{"version":1,', '{"version":2,"stories":[]}', '{"version":1,"stories":[{"bytes":1}]}', '\0']) {
      await writeFile(index, text);
      expect((await (await openWorkspace(root)).stories.summaries()).items).toEqual(listed);
    }
    await rm(join(root, '.cache'), { recursive: true });
    await writeFile(join(root, '.cache'), 'in the way');
    expect((await (await openWorkspace(root)).stories.summaries()).items).toEqual(listed);
    await rm(join(root, '.cache'));
    await mkdir(index, { recursive: true });
    expect((await (await openWorkspace(root)).stories.summaries()).items).toEqual(listed);
  });

  test('follows what is kept, deleted and brought back', async () => {
    const { stories } = await openWorkspace(temporaryFolder());
    const ids = async () => (await stories.summaries()).items.map(({ id }) => id);
    await Promise.all([stories.write(told('a', 3)), stories.summaries(), stories.write(told('b', 3))]);
    expect(await ids()).toEqual(['a', 'b']);
    await stories.remove('a');
    expect(await ids()).toEqual(['b']);
    await stories.restore('a');
    expect(await ids()).toEqual(['a', 'b']);
  });
});

describe('what was told and not kept', () => {
  const DAY = '2026-11-2';
  /** A telling of that day, 1 to 9, with or without a star. */
  const telling = (id: string, day: number, kept = false): Story => {
    const { keptAt, ...story } = told(id, 5 * day);
    return { ...story, toldAt: `${DAY}${day}T12:00:00.000Z`, ...(kept ? { keptAt } : {}) };
  };

  test('is remembered up to a number: the oldest are beyond, those with a star never', async () => {
    const { stories } = await openWorkspace(temporaryFolder());
    for (const day of [3, 1, 5, 2, 4]) await stories.write(telling(`day-${day}`, day));
    await stories.write(telling('kept', 1, true));
    expect(await stories.overflow({ tellings: 3, bytes: 1e9 })).toEqual(['day-2', 'day-1']);
    expect(await stories.overflow({ tellings: 5, bytes: 1e9 })).toEqual([]);
    expect(await stories.overflow()).toEqual([]);
  });

  test('is remembered up to a size, the newest whatever it takes', async () => {
    const { stories } = await openWorkspace(temporaryFolder());
    for (const day of [1, 2, 3]) await stories.write(telling(`day-${day}`, day));
    const bytes = async (id: string) => (await stat(stories.path(id))).size;
    const two = (await bytes('day-3')) + (await bytes('day-2'));
    expect(await stories.overflow({ tellings: 9, bytes: two })).toEqual(['day-1']);
    expect(await stories.overflow({ tellings: 9, bytes: two - 1 })).toEqual(['day-2', 'day-1']);
    expect(await stories.overflow({ tellings: 0, bytes: 0 })).toEqual(['day-2', 'day-1']);
  });

  test('grows where it is told on from its end, under the name it has; a kept one never changes', async () => {
    const { stories } = await openWorkspace(temporaryFolder());
    const long = told('long', 30);
    const short = { ...long, symbols: long.symbols.slice(0, 10) };
    const NOW = '2026-12-01T00:00:00.000Z';
    const { keptAt: _, ...unkept } = { ...short, id: 'short', title: 'Named' };
    await stories.write(unkept);
    const { id: __, title: ___, toldAt: ____, keptAt: _____, ...more } = long;
    expect(await stories.tellOn('short', more, NOW)).toMatchObject({ id: 'short', title: 'Named', toldAt: NOW });
    expect((await stories.read('short')).symbols).toHaveLength(30);
    await stories.write({ ...short, id: 'starred' });
    expect(await stories.tellOn('starred', more, NOW)).toBeUndefined();
    expect((await stories.read('starred')).symbols).toHaveLength(10);
    await stories.write({ ...unkept, id: 'another', prompt: 'b' });
    for (const id of ['another', 'short', 'nobody']) expect(await stories.tellOn(id, more, NOW)).toBeUndefined();
  });
});
