import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import type { CopiedSpan } from '../../../electron/contract/story.ts';
import { modelVocabulary } from '../../../electron/worker/models/model-vocabulary.ts';
import { TextIndexes } from '../../../electron/worker/stories/text-indexes.ts';
import { modelContents } from '../../storage/models/model-files.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { fileWith, localWorker } from '../local-worker.ts';

const { readIds } = await vi.hoisted(async () => {
  const { readIds } = await import('../../../electron/worker/stories/text-ids.ts');
  return { readIds: vi.fn(readIds) };
});
vi.mock('../../../electron/worker/stories/text-ids.ts', () => ({ readIds }));
beforeEach(() => void readIds.mockClear());

const STORY = ['the', 'cat', 'had', 'a', 'bell', '.'];
const TEXT = 'the cat had a bell .\nthe mice had a council .\n';
const { signal } = new AbortController();

async function modelOf(words: readonly string[]): Promise<string> {
  const folder = join(temporaryFolder(), 'model');
  await mkdir(folder);
  for (const [file, content] of Object.entries(modelContents({}, [...words, '<unk>'])))
    await writeFile(join(folder, file), content);
  return folder;
}

const WORDS = [...STORY, 'mice', 'council'];

/** Writes a file anew, at another moment of its clock however coarse that is, and says that it is of `time`, in seconds. */
function rewrite(path: string, text: string, time: number): void {
  const { ctimeMs } = statSync(path);
  do {
    writeFileSync(path, text);
    utimesSync(path, time, time);
  } while (statSync(path).ctimeMs === ctimeMs);
}

/** As `copied` of a worker searches for the story. */
function searching() {
  const { run } = localWorker();
  return (model: string, ...paths: string[]): Promise<{ spans: CopiedSpan[] }> =>
    run('copied', {
      model,
      texts: paths.map((path, at) => ({ id: `text-${at}`, path, borders: [] })),
      symbols: STORY,
      minimum: 6,
    });
}

test('models told in turn, each with its own vocabulary, have their text read once each', async () => {
  const search = searching();
  const path = await fileWith(TEXT);
  const models = [await modelOf(WORDS), await modelOf(WORDS.toReversed())];
  for (let turn = 0; turn < 3; turn++)
    for (const model of models)
      expect((await search(model, path)).spans).toEqual([
        { start: 0, length: 6, corpus: 'text-0', position: 0, offset: 0, characters: 21 },
      ]);
  expect(readIds).toHaveBeenCalledTimes(2);
});

test('models that read alike share an index, whatever else they learnt from', async () => {
  const search = searching();
  const [path, other] = [await fileWith(TEXT), await fileWith('mice had a council')];
  await search(await modelOf(WORDS), path);
  expect((await search(await modelOf(WORDS), other, path)).spans).toMatchObject([{ corpus: 'text-1', length: 6 }]);
  expect(readIds).toHaveBeenCalledTimes(2);
});

test('a text that was written anew is searched as it is now, and one that is gone is not searched', async () => {
  const search = searching();
  const [path, other] = [await fileWith(TEXT), await fileWith(TEXT)];
  const model = await modelOf(WORDS);
  expect((await search(model, path, other)).spans).toMatchObject([{ corpus: 'text-0' }]);
  rewrite(path, 'the mice had a council . the cat had a bell .', 1000);
  expect((await search(model, path, other)).spans).toMatchObject([{ position: 6 }]);
  rewrite(path, 'the mice had a council . the cat had a mice .', 2000);
  expect((await search(model, path, other)).spans).toMatchObject([{ corpus: 'text-1' }]);
  rewrite(path, 'the cat had a bell . the mice had a council .', 2000);
  expect((await search(model, path, other)).spans).toMatchObject([{ corpus: 'text-0', position: 0 }]);
  rmSync(path);
  await expect(search(model, path)).rejects.toMatchObject({ code: 'file-missing' });
  expect((await search(model, other)).spans).toMatchObject([{ corpus: 'text-0' }]);
  expect(readIds).toHaveBeenCalledTimes(6);
});

test('what was asked for longest ago goes where all take too much memory; those of one search all stay', async () => {
  const read = await modelVocabulary(await modelOf(WORDS));
  const texts = await Promise.all(
    [1, 2, 3].map(async (at) => ({ id: `text-${at}`, path: await fileWith(TEXT.repeat(100)), borders: [] })),
  );
  const one = new TextIndexes();
  await one.of(texts.slice(0, 1), read, 6, signal);
  const indexes = new TextIndexes(() => 2 * one.bytes);
  const ask = (...at: number[]) =>
    indexes.of(
      at.map((each) => texts[each]),
      read,
      6,
      signal,
    );
  readIds.mockClear();
  for (const at of [0, 1, 0, 2]) {
    await ask(at);
    expect(indexes.bytes).toBeLessThanOrEqual(2 * one.bytes);
  }
  await ask(0);
  expect(readIds).toHaveBeenCalledTimes(3);
  await ask(1);
  expect(readIds).toHaveBeenCalledTimes(4);
  // more than there is room for, as one model has them
  await ask(0, 1, 2);
  readIds.mockClear();
  await ask(0, 1, 2);
  expect(readIds).not.toHaveBeenCalled();
  expect(indexes.bytes).toBe(3 * one.bytes);
  await ask(2);
  expect(indexes.bytes).toBe(2 * one.bytes);
});

test('what is too much goes before another text is read, not once there is an index more', async () => {
  const read = await modelVocabulary(await modelOf(WORDS));
  const texts = await Promise.all([1, 2].map(async () => ({ id: 'text', path: await fileWith(TEXT), borders: [] })));
  const indexes = new TextIndexes(() => 1);
  await indexes.of(texts.slice(0, 1), read, 6, signal);
  expect(indexes.bytes).toBeGreaterThan(1);
  let meanwhile = NaN;
  readIds.mockImplementationOnce(async (path) => {
    meanwhile = indexes.bytes;
    throw new Error(path);
  });
  await expect(indexes.of(texts.slice(1), read, 6, signal)).rejects.toThrow(texts[1].path);
  expect(meanwhile).toBe(0);
});

test('a search that is left off keeps what it had read whole, and nothing of the rest', async () => {
  const read = await modelVocabulary(await modelOf(WORDS));
  const texts = await Promise.all([1, 2].map(async () => ({ id: 'text', path: await fileWith(TEXT), borders: [] })));
  const indexes = new TextIndexes();
  const control = new AbortController();
  const reading = readIds.getMockImplementation()!;
  readIds.mockImplementationOnce(async (...asked) => {
    const found = await reading(...asked);
    control.abort();
    return found;
  });
  await expect(indexes.of(texts, read, 6, control.signal)).rejects.toMatchObject({ name: 'AbortError' });
  readIds.mockClear();
  expect(await indexes.of(texts, read, 6, signal)).toHaveLength(2);
  expect(readIds).toHaveBeenCalledOnce();
});

test('of a text that changed or is gone, no memory is held', async () => {
  const read = await modelVocabulary(await modelOf(WORDS));
  const texts = [await fileWith(TEXT), await fileWith(TEXT)].map((path) => ({ id: 'text', path, borders: [] }));
  const indexes = new TextIndexes();
  await indexes.of(texts, read, 6, signal);
  const both = indexes.bytes;
  rmSync(texts[0].path);
  await indexes.of([texts[1]], read, 6, signal);
  expect(indexes.bytes).toBe(both / 2);
});
