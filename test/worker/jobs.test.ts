import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FromWorker, JobInput, JobKind, JobResult } from '../../electron/contract/worker.ts';
import { Dispatcher } from '../../electron/worker/dispatcher.ts';
import type { Port } from '../../electron/worker/port.ts';
import { createTokenizer } from '../../electron/engine/text/tokenizers/tokenizers.ts';
import { modelContents } from '../storage/models/model-files.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const FABLE = 'long ago , the mice had a general council to consider what measures they could take .';

/** A worker in this process, for jobs that need no engine. */
function localWorker() {
  const messages: FromWorker[] = [];
  const log: string[] = [];
  let deliver: (message: unknown) => void = () => {};
  let heard: () => void = () => {};
  const port: Port = {
    async send(message) {
      messages.push(message);
      heard();
    },
    onMessage: (listener) => (deliver = listener),
    onClosed: () => {},
  };
  new Dispatcher(port, (line) => log.push(line));
  const lastWord = (job: string) => (message: FromWorker) =>
    ['done', 'stopped', 'failed'].includes(message.type) && 'job' in message && message.job === job;
  async function ended(job: string): Promise<FromWorker> {
    for (;;) {
      const end = messages.find(lastWord(job));
      if (end) return end;
      await new Promise<void>((resolve) => (heard = resolve));
    }
  }
  let count = 0;
  async function run<K extends JobKind>(kind: K, input: JobInput<K>): Promise<JobResult<K>> {
    const job = `job_local${++count}`;
    deliver({ type: 'job', job, kind, input });
    const end = await ended(job);
    if (end.type === 'failed') throw end.error;
    if (end.type !== 'done') throw end;
    return end.result as JobResult<K>;
  }
  return { run, ended, messages, log, deliver: (message: unknown) => deliver(message) };
}

async function fileWith(content: string | Uint8Array): Promise<string> {
  const path = join(temporaryFolder(), 'text.txt');
  await writeFile(path, content);
  return path;
}

describe('a worker', () => {
  test('ends every job with exactly one last word, in order', async () => {
    const { deliver, ended, messages } = localWorker();
    const path = await fileWith(FABLE);
    const input = { path, tokenizer: 'words', lowercase: false };
    for (const job of ['job_a', 'job_b', 'job_c']) deliver({ type: 'job', job, kind: 'statistics', input });
    deliver({ type: 'stop', job: 'job_b' });
    await ended('job_c');
    const last = messages.filter(({ type }) => type !== 'progress');
    expect(last.map((message) => [message.type, 'job' in message && message.job])).toEqual([
      ['done', 'job_a'],
      ['stopped', 'job_b'],
      ['done', 'job_c'],
    ]);
  });

  test('refuses what does not fit the contract, and goes on', async () => {
    const { deliver, run, ended, log } = localWorker();
    deliver('rubbish');
    deliver({ type: 'job', job: 'job_x', kind: 'format-the-disk', input: {} });
    deliver({ type: 'job', job: 'job_y', kind: 'verify', input: { model: '/x', extra: 1 } });
    expect(await ended('job_x')).toMatchObject({ type: 'failed', error: { code: 'internal' } });
    expect(await ended('job_y')).toMatchObject({ type: 'failed', error: { code: 'internal' } });
    expect(log).toHaveLength(3);
    await expect(run('verify', { model: '/no/such/model' })).rejects.toMatchObject({ code: 'model-missing' });
  });
});

test('a model whose vocabulary is a pipe holds nobody up', async () => {
  const { run } = localWorker();
  const model = temporaryFolder();
  for (const [file, content] of Object.entries(modelContents())) await writeFile(join(model, file), content);
  const asked = { model, text: 'the mice' };
  expect((await run('prompt', asked)).symbols.map(({ known }) => known)).toEqual([true, true]);
  await rm(join(model, 'vocabulary.json'));
  execFileSync('mkfifo', [join(model, 'vocabulary.json')]);
  const values = { file: 'vocabulary.json' };
  await expect(run('prompt', asked)).rejects.toMatchObject({ code: 'model-damaged', values });
  await expect(run('verify', { model })).rejects.toMatchObject({ code: 'model-damaged', values });
});

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
    const asked = { path: join(folder, 'text.txt'), offset: 0, length: 100 };
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

describe('a preview', () => {
  test('tells encoding, beginning and where it cannot be read', async () => {
    const { run } = localWorker();
    const bytes = Buffer.concat([
      Buffer.from('caf\u00e9 au lait\n'.repeat(50)),
      Buffer.from([0x61, 0xff, 0xfe, 0x62, 10]),
    ]);
    const preview = await run('preview', { path: await fileWith(bytes), name: 'menu.txt', encoding: 'utf-8' });
    expect(preview).toMatchObject({ name: 'menu.txt', bytes: bytes.length, encoding: 'utf-8' });
    expect(preview.replaced).toBeGreaterThan(0);
    expect(preview.sample.startsWith('café au lait')).toBe(true);
    expect(preview.trouble[0]).toEqual({ offset: bytes.length - 4, bytes: 'fffe62' });
  });

  test('of a Chinese text in GB18030 guesses right and keeps nothing', async () => {
    const { run } = localWorker();
    const gb = Buffer.from('cad8d6eab4fdcdc3a1a3cbcec8cbd3d0b8fbccefd5df', 'hex');
    const path = await fileWith(Buffer.concat(Array.from({ length: 40 }, () => gb)));
    const preview = await run('preview', { path, name: 'a.txt' });
    expect(preview.encoding).toBe('gb18030');
    expect(preview.sample.startsWith('守株待兔。宋人有耕田者')).toBe(true);
    expect(preview.trouble).toEqual([]);
  });

  test('of an unknown encoding is refused', async () => {
    const { run } = localWorker();
    const job = run('preview', { path: await fileWith(FABLE), name: 'a', encoding: 'klingon' });
    await expect(job).rejects.toMatchObject({ code: 'encoding-unknown' });
  });
});

test('statistics follow the tokenizer asked for', async () => {
  const { run } = localWorker();
  const path = await fileWith('The cat. the cat.');
  const whitespace = await run('statistics', { path, tokenizer: 'whitespace', lowercase: true });
  expect(whitespace).toMatchObject({ tokenizer: 'whitespace', lowercase: true, symbols: 4, distinct: 2 });
  expect((await run('statistics', { path, tokenizer: 'characters', lowercase: false })).symbols).toBe(17);
});

describe('searching a text', () => {
  test('counts every hit and tells those round a place', async () => {
    const { run } = localWorker();
    const path = await fileWith('the Mouse, the mouse\n'.repeat(500));
    const asked = { path, text: 'MOUSE', limit: 4 };
    expect(await run('search', { ...asked, near: 0 })).toEqual({
      total: 1000,
      complete: true,
      first: 0,
      hits: [
        [4, 5],
        [15, 5],
        [25, 5],
        [36, 5],
      ],
    });
    const middle = await run('search', { ...asked, near: 21 * 250 });
    expect(middle).toMatchObject({ total: 1000, first: 498 });
    expect(middle.hits[2]).toEqual([21 * 250 + 4, 5]);
    expect((await run('search', { ...asked, near: 1e9 })).first).toBe(996);
  });

  test('a text written anew is searched anew', async () => {
    const { run } = localWorker();
    const path = await fileWith('a mouse');
    const asked = { path, text: 'mouse', near: 0, limit: 10 };
    expect((await run('search', asked)).total).toBe(1);
    await writeFile(path, 'no such animal, but a mouse and a mouse');
    expect((await run('search', asked)).total).toBe(2);
    await expect(run('search', { ...asked, path: `${path}.gone` })).rejects.toMatchObject({ code: 'file-missing' });
  });
});

describe('a stretch of a text as symbols', () => {
  const text = 'The mouse, the Mouse.\nİstanbul and the CAT. 愚公移山，守株待兔。\n'.repeat(200);
  const whole = (tokenizer: 'words' | 'whitespace' | 'characters', lowercase: boolean) =>
    createTokenizer(tokenizer, { lowercase }).encode(text);

  test.each([
    ['words', false],
    ['words', true],
    ['whitespace', true],
    ['characters', false],
  ] as const)('is cut as the whole text is: %s, lower case %s', async (tokenizer, lowercase) => {
    const { run } = localWorker();
    const path = await fileWith(text);
    const expected = whole(tokenizer, lowercase);
    const read: string[] = [];
    const size = 1500;
    const starts = new Set<number>();
    for (let offset = 0; offset < text.length; offset += size) {
      const {
        kinds,
        order,
        starts: places,
      } = await run('symbols', { path, tokenizer, lowercase, offset, length: size });
      for (const [index, kind] of order.entries()) {
        // One that stands on a border belongs to both stretches.
        if (starts.has(places[index])) continue;
        starts.add(places[index]);
        read.push(kinds[kind].symbol);
        const there = text.slice(places[index]);
        expect((lowercase ? there.toLowerCase() : there).startsWith(kinds[kind].symbol)).toBe(true);
      }
      expect(new Set(kinds.map(({ id }) => id)).size).toBe(kinds.length);
    }
    expect(read).toEqual(expected);
  });

  test('knows id and count of each in the whole text', async () => {
    const { run } = localWorker();
    const path = await fileWith(`${'the mouse '.repeat(3)}the cat`);
    const cut = { path, tokenizer: 'whitespace', lowercase: false } as const;
    const { kinds, order } = await run('symbols', { ...cut, offset: 20, length: 100 });
    expect(order.map((kind) => kinds[kind])).toEqual([
      { symbol: 'the', id: 0, times: 4 },
      { symbol: 'mouse', id: 1, times: 3 },
      { symbol: 'the', id: 0, times: 4 },
      { symbol: 'cat', id: 2, times: 1 },
    ]);
  });
});
