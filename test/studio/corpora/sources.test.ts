import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Corpus, Source } from '../../../electron/contract/corpus.ts';
import type { RequestInput } from '../../../electron/contract/studio.ts';
import { filesIn, type Studio } from '../../../electron/studio/index.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { openStudio, QUICK, reached, reported } from '../open-studio.ts';

const FIRST = `The mice met.\n\n${'Who will bell the cat? '.repeat(30)}\n\n\n`;
const SECOND = `Nobody, said the old mouse. ${'Né à la fin. '.repeat(30)}\n`;

interface Given {
  name: string;
  content: string | Uint8Array;
  found?: boolean;
  column?: string;
}

async function joinFiles(studio: Studio, given: readonly Given[], name?: string, column?: string): Promise<Corpus> {
  const folder = temporaryFolder();
  const files = given.map(({ name: own, content, found = false, column }, index) => {
    const path = join(folder, `${index}-${own}`);
    writeFileSync(path, content);
    return { file: studio.files.grant(path, own), found, column };
  });
  const { job } = await studio.request('corpora.join', { files, name, column });
  return (await studio.wait(job)) as Corpus;
}

const textOf = (studio: Studio, { id }: Corpus) =>
  readFileSync(join(studio.folders.workspace, 'corpora', id, 'text.txt'), 'utf8');

const doneTo = ({ preparation }: Source) => preparation.filter(({ done }) => done).map(({ step }) => step);

const TWO = [
  { name: 'one.txt', content: FIRST },
  { name: 'two.txt', content: Buffer.from(SECOND, 'latin1') },
];

test('files become one text, each read by itself, with a paragraph gap between and its place', async () => {
  const studio = await openStudio(temporaryFolder());
  const two = { name: 'one.txt', content: Buffer.from('“Nobody,” said the mouse. Sévère, né, été.\n'.repeat(20)) };
  const latin = { name: 'three.txt', content: Buffer.from('Voilà le chat, né à Sète, été.\r\n'.repeat(20), 'latin1') };
  const corpus = await joinFiles(studio, [TWO[0], two, latin]);
  const text = textOf(studio, corpus);
  expect(corpus.name).toBe('one + one + three');
  expect(corpus.sources!.map(({ name }) => name)).toEqual(['one.txt', 'one.txt (2)', 'three.txt']);
  expect(corpus.sources!.map(({ encoding }) => encoding)).toEqual(['utf-8', 'utf-8', 'windows-1252']);
  expect(corpus.sources!.map(({ bytes }) => bytes)).toEqual([FIRST.length, two.content.length, latin.content.length]);
  const parts = corpus.sources!.map(({ start, characters }) => text.slice(start, start + characters));
  expect(parts[0]).toBe(FIRST.trimEnd());
  expect(parts[1]).toMatch(/^“Nobody.*été\.$/s);
  expect(parts[2]).toMatch(/^Voilà le chat.*été\.\n$/s);
  expect(parts.join('\n\n')).toBe(text);
  expect(corpus.refused).toBeUndefined();
});

test('what is found in a folder and cannot be read is passed over by name; what is named by itself is an error', async () => {
  const studio = await openStudio(temporaryFolder());
  const noise = { name: 'noise.bin', content: Uint8Array.from({ length: 4000 }, (_, k) => (k * 7919) % 31) };
  const corpus = await joinFiles(studio, [{ ...noise, found: true }, ...TWO], 'Mice');
  expect(corpus).toMatchObject({ name: 'Mice', refused: [{ name: 'noise.bin', error: { code: 'text-binary' } }] });
  expect(corpus.sources).toHaveLength(2);
  await expect(joinFiles(studio, [noise, ...TWO])).rejects.toMatchObject({ code: 'text-binary' });
  await expect(joinFiles(studio, [{ ...noise, found: true }], 'Noise')).rejects.toMatchObject({
    code: 'files-unreadable',
    values: { name: 'Noise', count: 1 },
  });
  const { corpora } = await studio.request('studio.state', {});
  expect(corpora.filter(({ sources }) => sources)).toHaveLength(1);
});

test('a text of several files prepared anew stays one of these files', async () => {
  const studio = await openStudio(temporaryFolder());
  const quoted = { name: 'quoted.txt', content: 'He said “no” and "yes" and “perhaps”.\n'.repeat(20) };
  const corpus = await joinFiles(studio, [quoted, TWO[0]]);
  const { job } = await studio.request('corpora.prepare', { id: corpus.id, prepare: { steps: { quotes: true } } });
  const prepared = (await studio.wait(job)) as Corpus;
  expect(prepared.id).toBe(corpus.id);
  expect(prepared.sources!.map((source) => [source.name, doneTo(source)])).toEqual([
    ['quoted.txt', ['quotes']],
    ['one.txt', []],
  ]);
  expect(textOf(studio, prepared)).toContain('He said "no" and');
  expect(prepared.sources![1].start).toBe(textOf(studio, prepared).indexOf('The mice met.'));
});

test('each file keeps what was found in it and in which way it was done, and is prepared by itself', async () => {
  const studio = await openStudio(temporaryFolder());
  const quoted = (name: string) => ({ name, content: `${name} said “no” and "yes" and “perhaps”.\n`.repeat(20) });
  const corpus = await joinFiles(studio, [quoted('Ann'), quoted('Ben'), TWO[0]]);
  const asked = async <N extends 'corpora.prepare' | 'corpora.sources'>(name: N, input: RequestInput<N>) =>
    (await studio.wait((await studio.request(name, input)).job)) as Corpus;
  const curly = { proposed: false, steps: { quotes: true }, options: { quotes: { quotes: 'curly' as const } } };
  const prepared = await asked('corpora.prepare', { id: corpus.id, files: [{ index: 1, prepare: curly }] });
  expect(textOf(studio, prepared)).toContain('Ann said “no” and "yes"');
  expect(textOf(studio, prepared)).toContain('Ben said “no” and “yes”');
  const quotes = ({ preparation }: Source) => preparation.find(({ step }) => step === 'quotes');
  expect(prepared.sources!.map((source) => quotes(source)?.done)).toEqual([false, true, undefined]);
  expect(quotes(prepared.sources![0])!.examples).toHaveLength(1);
  const turned = await asked('corpora.sources', { id: corpus.id, order: [1, 0], files: [] });
  expect(quotes(turned.sources![0])).toMatchObject({ done: true, options: { quotes: 'curly' }, places: 40 });
  expect(textOf(studio, turned)).toMatch(/^Ben said “no” and “yes”.*Ann said “no” and "yes"/s);
});

test('a run keeps a whole file aside, names the files, and goes on where it was; an unknown one is refused', async () => {
  const studio = await openStudio(temporaryFolder());
  const corpus = await joinFiles(studio, [
    ...TWO,
    { name: 'three.txt', content: 'Then all the mice ran home. '.repeat(20) },
  ]);
  const hyperparameters = { ...QUICK, steps: 40, validationFile: 3 };
  const whole = await studio.request('runs.start', { corpus: corpus.id, hyperparameters });
  const done = await reached(studio, whole.id, 'done');
  expect(done.corpus.sources).toEqual(corpus.sources!.map(({ name, start }) => ({ name, start })));
  const { models } = await studio.request('studio.state', {});
  expect(models[0].corpus!.sources).toEqual(['one.txt', 'two.txt', 'three.txt']);
  const copied = (symbols: string[]) => studio.request('stories.copied', { model: models[0].id, symbols });
  expect((await copied(['bell', 'the', 'cat', '?', '\n\n', 'Nobody', ',', 'said'])).spans).toEqual([]);
  const { spans } = await copied(['Nobody', ',', 'said', 'the', 'old', 'mouse', '.']);
  expect(spans).toMatchObject([{ start: 0, length: 7, offset: corpus.sources![1].start }]);
  const run = await studio.request('runs.start', { corpus: corpus.id, hyperparameters });
  await reported(studio, run.id, 5);
  const paused = reached(studio, run.id, 'paused', 'done');
  await studio.request('runs.pause', { id: run.id });
  await paused;
  const ended = reached(studio, run.id, 'done');
  await studio.request('runs.resume', { id: run.id });
  const again = await ended;
  expect(again.final).toEqual(done.final);
  expect(again.best).toEqual(done.best);
  expect(again.best).toBeDefined();
  const unknown = studio.request('runs.start', { corpus: corpus.id, hyperparameters: { validationFile: 4 } });
  await expect(unknown).rejects.toMatchObject({ code: 'source-unknown', values: { source: '4', known: 3 } });
});

test('the files of a folder come in natural order, hidden ones are left alone, others are told of', async () => {
  const folder = temporaryFolder();
  for (const name of ['b', 'part 2', '.hidden']) mkdirSync(join(folder, name));
  for (const name of ['part 10.txt', 'part 1.txt', '.secret', 'b/2.txt', 'b/10.txt', 'part 2/x.txt', '.hidden/y.txt'])
    writeFileSync(join(folder, name), 'x');
  expect((await filesIn(folder)).map(({ name }) => name)).toEqual([
    'b/2.txt',
    'b/10.txt',
    'part 1.txt',
    'part 2/x.txt',
    'part 10.txt',
  ]);
  const empty = temporaryFolder();
  await expect(filesIn(empty)).rejects.toMatchObject({ code: 'folder-empty' });
  for (let k = 0; k <= 500; k++) writeFileSync(join(empty, `${k}.txt`), 'x');
  await expect(filesIn(empty)).rejects.toMatchObject({ code: 'files-many', values: { limit: 500 } });
});

test('files of a text are put in another order, taken out, and others are added: in its place', async () => {
  const studio = await openStudio(temporaryFolder());
  const quoted = { name: 'quoted.txt', content: 'He said “no” and "yes" and “perhaps”.\n'.repeat(20) };
  const corpus = await joinFiles(studio, [quoted, ...TWO]);
  const arrange = async (id: string, order: number[], given: readonly Given[] = []) => {
    const folder = temporaryFolder();
    const files = given.map(({ name, content }) => {
      writeFileSync(join(folder, name), content);
      return { file: studio.files.grant(join(folder, name)), found: false };
    });
    const { job } = await studio.request('corpora.sources', { id, order, files });
    return (await studio.wait(job)) as Corpus;
  };
  const namesOf = ({ sources }: Corpus) => sources!.map(({ name }) => name);
  const turned = await arrange(corpus.id, [2, 0, 1]);
  expect([turned.id, turned.name]).toEqual([corpus.id, corpus.name]);
  expect(namesOf(turned)).toEqual(['two.txt', 'quoted.txt', 'one.txt']);
  expect(textOf(studio, turned)).toMatch(/^Nobody.*perhaps”\.\n\nThe mice met\..*cat\?\n*\s*$/s);
  const third = { name: 'one.txt', content: 'And all ran home. '.repeat(20) };
  const grown = await arrange(corpus.id, [0, 2], [third]);
  expect(namesOf(grown)).toEqual(['two.txt', 'one.txt', 'one.txt (2)']);
  expect(readFileSync(join(studio.folders.workspace, 'corpora', grown.id, grown.sources![2].original), 'utf8')).toBe(
    third.content,
  );
  await expect(arrange(corpus.id, [])).rejects.toMatchObject({ code: 'files-none' });
  const { corpora } = await studio.request('studio.state', {});
  expect(namesOf(corpora.find(({ id }) => id === corpus.id)!)).toEqual(namesOf(grown));
});

test('a text of one file becomes one of several; what a run learnt from stays, and the other is beside it', async () => {
  const studio = await openStudio(temporaryFolder());
  const path = join(temporaryFolder(), 'home.txt');
  writeFileSync(path, 'And all the mice ran home. '.repeat(20));
  const imported = await studio.request('corpora.import', { file: studio.files.grant(path) });
  const corpus = (await studio.wait(imported.job)) as Corpus;
  const run = await studio.request('runs.start', { corpus: corpus.id, hyperparameters: { ...QUICK, steps: 5 } });
  await reached(studio, run.id, 'done');
  writeFileSync(path, SECOND);
  const files = [{ file: studio.files.grant(path, 'second.txt'), found: false }];
  const { job } = await studio.request('corpora.sources', { id: corpus.id, order: [0], files });
  const grown = (await studio.wait(job)) as Corpus;
  expect(grown.id).not.toBe(corpus.id);
  expect(grown.sources!.map(({ name }) => name)).toEqual(['home.txt', 'second.txt']);
  expect(textOf(studio, corpus)).toBe('And all the mice ran home. '.repeat(20));
  expect(textOf(studio, grown)).toContain('home.\n\nNobody');
});

const table = (rows: number, separator: string, ...columns: [name: string, cell: string][]) =>
  [
    columns.map(([name]) => name),
    ...Array.from({ length: rows }, (_, row) => columns.map(([, cell]) => `${cell} ${row}`)),
  ]
    .map((cells) => cells.join(separator))
    .join('\n');
const TALKS = {
  name: 'talks.csv',
  content: table(30, ',', ['title', 'The mice met'], ['transcript', 'Who will bell the cat? asked the old one']),
};
const FILMS = {
  name: 'films.tsv',
  content: table(30, '\t', ['plot', 'All the mice ran home before it was dark'], ['moral', 'Nobody said so']),
};

test('each table has a column of its own, which stays when it is prepared anew, moved, or another file is added', async () => {
  const studio = await openStudio(temporaryFolder());
  const likely = await joinFiles(studio, [TALKS, TWO[0], FILMS], 'Likely');
  expect(likely.sources!.map(({ columns, column }) => columns?.[column! - 1].name)).toEqual([
    'transcript',
    undefined,
    'plot',
  ]);
  const own = [{ ...TALKS, column: 'title' }, TWO[0], { ...FILMS, column: '2' }];
  const corpus = await joinFiles(studio, own, 'Own');
  const columnsOf = ({ sources }: Corpus) => sources!.map(({ column }) => column);
  expect(columnsOf(corpus)).toEqual([1, undefined, 2]);
  expect(corpus.sources![2].columns!.map(({ name }) => name)).toEqual(['plot', 'moral']);
  const ask = async <N extends 'corpora.prepare' | 'corpora.sources'>(name: N, input: RequestInput<N>) =>
    (await studio.wait((await studio.request(name, input)).job)) as Corpus;
  const prepared = await ask('corpora.prepare', { id: corpus.id, files: [{ index: 0, prepare: { proposed: false } }] });
  expect(columnsOf(prepared)).toEqual([1, undefined, 2]);
  const chosen = await ask('corpora.prepare', { id: corpus.id, files: [{ index: 2, column: '1' }] });
  expect(columnsOf(chosen)).toEqual([1, undefined, 1]);
  expect(textOf(studio, chosen)).toMatch(/^The mice met 0\n.*All the mice ran home before it was dark 29\n?$/s);
  const path = join(temporaryFolder(), 'more.csv');
  writeFileSync(path, TALKS.content);
  const added = [{ file: studio.files.grant(path), found: false, column: 'title' }];
  const turned = await ask('corpora.sources', { id: corpus.id, order: [2, 0], files: added });
  expect(columnsOf(turned)).toEqual([1, 1, 1]);
});

test('a column that a table lacks, or that is asked of what is no table, is an error that names file and column', async () => {
  const studio = await openStudio(temporaryFolder());
  await expect(joinFiles(studio, [TALKS, { ...FILMS, column: 'title' }])).rejects.toMatchObject({
    code: 'column-unknown',
    values: { name: 'films.tsv', column: 'title', known: 'plot, moral' },
  });
  await expect(joinFiles(studio, [TALKS, { ...TWO[0], column: 'title' }])).rejects.toMatchObject({
    code: 'column-of-no-table',
    values: { name: 'one.txt', column: 'title' },
  });
  const of = (...given: Given[]) => joinFiles(studio, given, undefined, 'plot');
  await expect(of(...TWO)).rejects.toMatchObject({
    code: 'column-of-no-table',
    values: { name: 'one.txt', column: 'plot' },
  });
  expect((await of(TWO[0], FILMS)).sources!.map(({ column }) => column)).toEqual([undefined, 1]);
});

/** A part of a conversation as Messenger exports it, the newest message first. */
const part = (name: string, people: string[], ...days: number[]) => ({
  name,
  content: JSON.stringify({
    participants: people.map((each) => ({ name: each })),
    messages: days.toReversed().map((day) => ({
      sender_name: people[0],
      timestamp_ms: Date.UTC(2024, 0, day),
      content: `It rained on day ${day}.`,
    })),
    title: people[1],
  }),
});
const namesOf = ({ sources }: Corpus) => sources!.map(({ name }) => name);

test('files of one chat are in the order of their messages, those of others where they are', async () => {
  const studio = await openStudio(temporaryFolder());
  const [ann, bob] = [['Ada', 'Ann'], ['Ada', 'Bob']]; // prettier-ignore
  const corpus = await joinFiles(studio, [
    part('message_1.json', ann, 28, 29),
    part('message_1.json', bob, 7),
    part('message_10.json', ann, 1, 2),
    TWO[0],
    part('message_2.json', ann, 25, 26),
  ]);
  expect(namesOf(corpus)).toEqual(['message_10.json', 'message_1.json', 'message_2.json', 'one.txt', 'message_1.json (2)']); // prettier-ignore
  const days = [...textOf(studio, corpus).matchAll(/on day (\d+)/g)].map(([, day]) => Number(day));
  expect(days).toEqual([1, 2, 7, 25, 26, 28, 29]);
  const order = [1, 0, 2, 3, 4];
  const { job } = await studio.request('corpora.sources', { id: corpus.id, order, files: [] });
  expect(namesOf((await studio.wait(job)) as Corpus).slice(0, 2)).toEqual(['message_1.json', 'message_10.json']);
});
