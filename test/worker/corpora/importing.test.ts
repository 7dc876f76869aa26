import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { FABLE, fileWith, localWorker } from '../local-worker.ts';

describe('importing', () => {
  test('makes a corpus folder of UTF-8 text and its statistics', async () => {
    const { run } = localWorker();
    const workspace = temporaryFolder();
    const path = await fileWith(
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${FABLE}\r\nthe end`, 'utf16le')]),
    );
    const corpus = await run('import', { workspace, path, name: 'The Mice', origin: 'file' });
    expect(corpus).toMatchObject({ name: 'The Mice', encoding: 'utf-16le', replaced: 0, lines: 2, language: 'en' });
    expect(corpus.id).toMatch(/^the-mice-/);
    const folder = join(workspace, 'corpora', corpus.id);
    expect(await readFile(join(folder, 'text.txt'), 'utf8')).toBe(`${FABLE}\nthe end`);
    expect(JSON.parse(await readFile(join(folder, 'corpus.json'), 'utf8'))).toEqual(corpus);
  });

  test('hands on what it counted: nobody counts it again to show the text as symbols', async () => {
    const { run } = localWorker();
    const workspace = temporaryFolder();
    const path = await fileWith(FABLE);
    const { id, statistics } = await run('import', { workspace, path, name: 'Mice', origin: 'file' });
    const folder = join(workspace, 'corpora', id);
    const kept = JSON.parse(await readFile(join(folder, 'vocabulary.json'), 'utf8')) as { counts: number[] };
    expect(kept.counts).toHaveLength(statistics.distinct);
    expect(kept.counts.reduce((sum, count) => sum + count)).toBe(statistics.symbols);
    // counted anew it would not be so many
    await writeFile(join(folder, 'vocabulary.json'), JSON.stringify({ ...kept, counts: kept.counts.map(() => 77) }));
    const { tokenizer, lowercase } = statistics;
    const asked = { path: join(folder, 'text.txt'), borders: [], offset: 0, length: 100 };
    const timesOf = async (cut: { tokenizer: typeof tokenizer; lowercase: boolean }) =>
      new Set((await run('symbols', { ...asked, ...cut })).kinds.map(({ times }) => times));
    expect(await timesOf({ tokenizer, lowercase })).toEqual(new Set([77]));
    expect(await timesOf({ tokenizer: 'characters', lowercase: true })).not.toContain(77);
  });

  test('knows a text again that is there', async () => {
    const { run } = localWorker();
    const workspace = temporaryFolder();
    const path = await fileWith(FABLE);
    const first = await run('import', { workspace, path, name: 'One', origin: 'file' });
    expect(await run('import', { workspace, path, name: 'Two', origin: 'file' })).toEqual(first);
    expect(await readdir(join(workspace, 'corpora'))).toEqual([first.id]);
  });

  test.each([
    ['an empty file', '', 'text-empty'],
    ['a binary file', Uint8Array.from({ length: 5000 }, (_, n) => (n * 37) % 251), 'text-binary'],
    ['a single symbol', 'ha', 'text-one-symbol'],
  ])('%s is refused by name and leaves nothing', async (_, content, code) => {
    const { run } = localWorker();
    const workspace = temporaryFolder();
    const job = run('import', { workspace, path: await fileWith(content), name: 'x', origin: 'file' });
    await expect(job).rejects.toMatchObject({ code });
    expect(await readdir(join(workspace, 'corpora'))).toEqual([]);
  });

  test('a folder, and a file that is not there, are told apart', async () => {
    const { run } = localWorker();
    const workspace = temporaryFolder();
    await mkdir(join(workspace, 'texts'));
    const importing = (path: string) => run('import', { workspace, path, name: 'x', origin: 'file' });
    await expect(importing(join(workspace, 'texts'))).rejects.toMatchObject({ code: 'file-is-folder' });
    await expect(importing(join(workspace, 'none'))).rejects.toMatchObject({ code: 'file-missing' });
  });

  test('a single line of 10 MB is a text like any other', async () => {
    const { run, messages } = localWorker();
    const path = await fileWith(`${FABLE} `.repeat(Math.ceil(1e7 / FABLE.length)));
    const corpus = await run('import', { workspace: temporaryFolder(), path, name: 'Long', origin: 'file' });
    expect(corpus.lines).toBe(1);
    const progress = messages
      .filter(({ type }) => type === 'progress')
      .map((message) => (message as { fraction: number }).fraction);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  test('that is stopped leaves nothing', async () => {
    const { deliver, ended } = localWorker();
    const workspace = temporaryFolder();
    const path = await fileWith(`${FABLE}\n`.repeat(50_000));
    const input = { workspace, path, name: 'x', origin: 'file' };
    deliver({ type: 'job', job: 'job_s', kind: 'import', input });
    await new Promise((resolve) => setTimeout(resolve, 15));
    deliver({ type: 'stop', job: 'job_s' });
    expect((await ended('job_s')).type).toBe('stopped');
    expect(await readdir(join(workspace, 'corpora')).catch(() => [])).toEqual([]);
  });
});
