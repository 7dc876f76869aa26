import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Corpus } from '../../../electron/contract/corpus.ts';
import type { RequestInput } from '../../../electron/contract/studio.ts';
import type { JobKind, ToWorker } from '../../../electron/contract/worker.ts';
import { forkWorker, type Studio, type StudioOptions } from '../../../electron/studio/index.ts';
import type { LaunchWorker } from '../../../electron/studio/workers/worker-handle.ts';
import { pathOf } from '../../cases/table.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { openStudio, QUICK, reached } from '../open-studio.ts';

const AS_IT_IS = { proposed: false };

/** Workers that are given a job of one kind only when a test releases it. */
function holding(kind: JobKind) {
  let ask = () => {};
  let release = () => {};
  const asked = new Promise<void>((resolve) => (ask = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  const launchWorker: LaunchWorker = (options) => {
    const worker = forkWorker(options);
    const send = (message: ToWorker) => {
      if (message.type !== 'job' || message.kind !== kind) return worker.send(message);
      ask();
      void released.then(() => worker.send(message));
    };
    return { ...worker, send };
  };
  return { options: { launchWorker }, asked, release };
}

async function openWith(path: string, options: Partial<StudioOptions> = {}) {
  const workspace = temporaryFolder();
  const studio = await openStudio(workspace, options);
  const { job } = await studio.request('corpora.import', { file: studio.files.grant(path) });
  const corpus = (await studio.wait(job)) as Corpus;
  const folder = (id: string) => join(workspace, 'corpora', id);
  const textOf = (id: string) => readFileSync(join(folder(id), 'text.txt'), 'utf8');
  return { workspace, studio, corpus, folder, textOf };
}

async function again(studio: Studio, input: RequestInput<'corpora.prepare'>): Promise<Corpus> {
  const { job } = await studio.request('corpora.prepare', input);
  return (await studio.wait(job)) as Corpus;
}

test('a text that nobody learnt from is prepared anew in its place, and back, from the file as it came', async () => {
  const { studio, corpus, folder, textOf } = await openWith(pathOf('13-frame.txt'));
  const { id } = corpus;
  expect(readFileSync(join(folder(id), corpus.original!))).toEqual(readFileSync(pathOf('13-frame.txt')));
  const prepared = textOf(id);

  const plain = await again(studio, { id, prepare: AS_IT_IS });
  expect(plain).toMatchObject({ id, name: corpus.name, sha256: corpus.source.sha256, source: corpus.source });
  expect(textOf(id)).toMatch(/^The Project Gutenberg/);

  expect(await again(studio, { id })).toMatchObject({ id, sha256: corpus.sha256 });
  expect(textOf(id)).toBe(prepared);
  const { corpora } = await studio.request('studio.state', {});
  expect(corpora).toHaveLength(1);
  expect(readdirSync(folder(id)).sort()).toEqual(['corpus.json', 'original.txt', 'text.txt', 'vocabulary.json']);
});

test('a text that a model learnt from stays, and the other is a text beside it', async () => {
  const { studio, corpus, textOf } = await openWith(pathOf('13-frame.txt'));
  const before = textOf(corpus.id);
  const run = await studio.request('runs.start', { corpus: corpus.id, hyperparameters: { ...QUICK, steps: 5 } });
  await reached(studio, run.id, 'done');

  const other = await again(studio, { id: corpus.id, prepare: AS_IT_IS });
  expect(other.id).not.toBe(corpus.id);
  expect(other.name).toBe(`${corpus.name} (2)`);
  expect(textOf(corpus.id)).toBe(before);
  expect(textOf(other.id)).toMatch(/^The Project Gutenberg/);

  for (const { id } of [corpus, other]) await studio.request('corpora.delete', { id });
  const { job } = await studio.request('corpora.import', { file: studio.files.grant(pathOf('13-frame.txt')) });
  const anew = (await studio.wait(job)) as Corpus;
  expect(anew.id).not.toBe(corpus.id);
  await again(studio, { id: anew.id, prepare: AS_IT_IS });
  expect(textOf(anew.id)).toBe(before);
});

test('a text of which a training begins while it is prepared again stays as it is learnt', async () => {
  const held = holding('prepare');
  const { studio, corpus, textOf } = await openWith(pathOf('13-frame.txt'), held.options);
  const { id } = corpus;
  const before = textOf(id);
  const { job } = await studio.request('corpora.prepare', { id, prepare: AS_IT_IS });
  await held.asked;
  const run = await studio.request('runs.start', { corpus: id, hyperparameters: { ...QUICK, steps: 5 } });
  held.release();
  const done = reached(studio, run.id, 'done');
  const other = (await studio.wait(job)) as Corpus;
  await done;
  expect(other.id).not.toBe(id);
  expect(textOf(id)).toBe(before);
  expect(textOf(other.id)).toMatch(/^The Project Gutenberg/);
  const { corpora } = await studio.request('studio.state', {});
  expect(corpora.find((text) => text.id === id)?.sha256).toBe(run.corpus.sha256);
});

test('a training that begins while a text is replaced learns the text as it then is', async () => {
  const held = holding('statistics');
  const { studio, corpus } = await openWith(pathOf('13-frame.txt'), held.options);
  const hyperparameters = { ...QUICK, steps: 5, tokenizer: 'characters' } as const;
  const begun = studio.request('runs.start', { corpus: corpus.id, hyperparameters });
  await held.asked;
  const prepared = await again(studio, { id: corpus.id, prepare: AS_IT_IS });
  expect(prepared.id).toBe(corpus.id);
  held.release();
  const run = await begun;
  expect(run.corpus.sha256).toBe(prepared.sha256);
  await reached(studio, run.id, 'done');
});

test('of a document and of another encoding, the file is kept; of a text that says all itself, none', async () => {
  const { studio, corpus, folder, textOf } = await openWith(pathOf('12-jokes.csv'));
  expect(readdirSync(folder(corpus.id))).toContain('original.csv');
  await again(studio, { id: corpus.id, column: 'likes' });
  expect(textOf(corpus.id)).toMatch(/^\d+\n/);

  const plain = await openWith(pathOf('03-plain.txt'));
  expect(readdirSync(plain.folder(plain.corpus.id)).sort()).toEqual(['corpus.json', 'text.txt', 'vocabulary.json']);
  const doubtful = await openWith(pathOf('05-ru.koi8-r.txt'));
  expect(doubtful.corpus.original).toBe('original.txt');
  const other = await again(doubtful.studio, { id: doubtful.corpus.id, encoding: 'windows-1251' });
  expect(other.encoding).toBe('windows-1251');
});

test('a column that nobody asks for is that of before only as long as there is a table', async () => {
  const { studio, corpus, folder } = await openWith(pathOf('12-jokes.csv'));
  const { id } = corpus;
  // as a later Aesop might see it
  writeFileSync(join(folder(id), corpus.original!), 'The cat sat on the mat. The mouse sat under it.\n'.repeat(20));
  await expect(again(studio, { id, column: '1' })).rejects.toMatchObject({ code: 'column-of-no-table' });
  expect((await again(studio, { id })).document.kind).toBe('text');
});

test('a text of an older Aesop is looked through without being changed', async () => {
  const { workspace, studio, corpus, folder, textOf } = await openWith(pathOf('13-frame.txt'));
  await again(studio, { id: corpus.id, prepare: AS_IT_IS });
  await studio.close();
  const path = join(folder(corpus.id), 'corpus.json');
  const {
    preparation: _,
    source: __,
    document: ___,
    original: ____,
    ...old
  } = JSON.parse(readFileSync(path, 'utf8')) as Corpus;
  writeFileSync(path, JSON.stringify({ ...old, version: 1 }));

  const reopened = await openStudio(workspace);
  const [known] = (await reopened.request('studio.state', {})).corpora;
  expect(known).toMatchObject({ document: { kind: 'text' }, source: { sha256: old.sha256 } });
  expect(known).not.toHaveProperty('preparation');
  const looked = await again(reopened, { id: corpus.id, prepare: AS_IT_IS });
  expect(looked.sha256).toBe(old.sha256);
  expect(looked.preparation!.map(({ step, done }) => [step, done])).toContainEqual(['frame', false]);
  expect(await again(reopened, { id: corpus.id })).toMatchObject({ sha256: corpus.sha256 });
  expect(textOf(corpus.id)).toMatch(/^I went out/);
});

test('what cannot be prepared so leaves the text as it was', async () => {
  const { studio, corpus, textOf } = await openWith(pathOf('12-jokes.csv'));
  const before = textOf(corpus.id);
  await expect(again(studio, { id: corpus.id, column: 'laughs' })).rejects.toMatchObject({ code: 'column-unknown' });
  expect(textOf(corpus.id)).toBe(before);
  expect((await studio.request('studio.state', {})).corpora).toEqual([corpus]);
});
