import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import type { Corpus, Source } from '../../../../electron/contract/corpus.ts';
import type { PreparedStep, StepName } from '../../../../electron/contract/preparation.ts';
import { toPlainError, AesopError } from '../../../../electron/contract/errors.ts';
import OneOrEach from '../../../../renderer/frame/OneOrEach.svelte';
import { droppedFiles } from '../../../../renderer/lib/dropped-files.ts';
import Library from '../../../../renderer/rooms/library/Library.svelte';
import { imports } from '../../../../renderer/state/imports.svelte.ts';
import { route } from '../../../../renderer/state/route.svelte.ts';
import { corpora } from '../../fixtures/corpora.ts';
import { openStudio, settle } from '../../studio-page.ts';

const JOB = 'job_sources1';
const source = (name: string, start: number, characters: number): Source => ({
  ...{ name, start, characters, bytes: 2 * characters, encoding: 'utf-8', replaced: 0, kind: 'text' },
  preparation: [],
  original: 'sources/1.txt',
});
const made: Corpus = {
  ...corpora[0],
  sources: [source('one.txt', 0, 400), source('two.txt', 402, 300), source('three.txt', 704, 365)],
  refused: [{ name: 'noise.bin', error: toPlainError(new AesopError('text-empty', { name: 'noise.bin' })) }],
};

beforeEach(async () => {
  for (const { key } of imports.list) await imports.discard(key);
});

async function openFiles() {
  const bridge = await openStudio('full', { 'corpora.sources': () => ({ job: JOB }) });
  bridge.say({ event: 'corpora.changed', payload: { corpus: made } });
  route.go('library', made.id, { show: 'preparation' });
  render(Library);
  const files = await screen.findByRole('region', { name: 'Made of 3 files' });
  const asked = () => bridge.asked.filter(({ name }) => name === 'corpora.sources').map(({ input }) => input);
  return { bridge, files, asked };
}

test('a workbook among the files shows its format instead of an encoding', async () => {
  const bridge = await openStudio('full', {});
  const [one, two, three] = made.sources!;
  const sources: Source[] = [one, { ...two, name: 'two.xlsx', kind: 'table', format: 'excel', column: 1 }, { ...three, name: 'three.csv', kind: 'table', format: 'csv', column: 1 }]; // prettier-ignore
  bridge.say({ event: 'corpora.changed', payload: { corpus: { ...made, sources } } });
  route.go('library', made.id, { show: 'preparation' });
  render(Library);
  const items = within(await screen.findByRole('region', { name: 'Made of 3 files' })).getAllByRole('listitem');
  expect(items.map((item) => item.textContent)).toEqual([
    expect.stringMatching(/one\.txt.*UTF-8/s),
    expect.stringMatching(/two\.xlsx\s*600\sB, XLSX,/),
    expect.stringMatching(/three\.csv\s*730\sB, UTF-8,/),
  ]);
});

test('a text shows its files with size, encoding and share, and what was passed over', async () => {
  const { files } = await openFiles();
  const items = within(files).getAllByRole('listitem');
  expect(items.map((item) => item.textContent)).toEqual([
    expect.stringMatching(/one\.txt\s*800\sB, UTF-8, 37\s%\sof the text/),
    expect.stringMatching(/two\.txt\s*600\sB, UTF-8, 28\s%\sof the text/),
    expect.stringMatching(/three\.txt\s*730\sB, UTF-8, 34\s%\sof the text/),
  ]);
  expect(files.textContent).toContain('Passed over: “noise.bin”. “noise.bin” is empty.');
});

test('files are put in another order and taken out by buttons', async () => {
  const { bridge, files, asked } = await openFiles();
  const button = (name: string) => within(files).getByRole<HTMLButtonElement>('button', { name });
  expect(button('Move “one.txt” up').disabled).toBe(true);
  expect(button('Move “three.txt” down').disabled).toBe(true);
  const press = async (name: string) => {
    await fireEvent.click(button(name));
    await settle();
    bridge.say({ event: 'job.done', payload: { job: JOB, kind: 'prepare', result: made } });
    await settle();
  };
  await press('Move “one.txt” down');
  await press('Move “three.txt” up');
  await press('Take “two.txt” out');
  expect(asked()).toEqual([
    { id: made.id, order: [1, 0, 2], files: [] },
    { id: made.id, order: [0, 2, 1], files: [] },
    { id: made.id, order: [0, 2], files: [] },
  ]);
});

const names = (order: number[]) => order.map((index) => made.sources![index]);

test('when the text is made anew, the focus stays on the moved file, and goes on where one is taken out', async () => {
  const { bridge, files } = await openFiles();
  let anew = 0;
  const press = async (name: string, sources: Source[]) => {
    const region = screen.getByRole('region', { name: /Made of \d files/ });
    const button = within(region).getByRole<HTMLButtonElement>('button', { name });
    button.focus();
    await fireEvent.click(button);
    await settle();
    expect(document.activeElement, 'while it is made').toBe(button);
    const corpus = { ...made, sources, importedAt: new Date(Date.UTC(2030, 1, ++anew)).toISOString() };
    bridge.say({ event: 'corpora.changed', payload: { corpus } });
    bridge.say({ event: 'job.done', payload: { job: JOB, kind: 'prepare', result: corpus } });
    await settle();
    expect(button.isConnected).toBe(false);
    return document.activeElement?.getAttribute('aria-label');
  };
  expect(files.isConnected).toBe(true);
  expect(await press('Move “three.txt” up', names([0, 2, 1]))).toBe('Move “three.txt” up');
  // at the end of the list there is no further up
  expect(await press('Move “three.txt” up', names([2, 0, 1]))).toBe('Move “three.txt” down');
  expect(await press('Take “one.txt” out', names([2, 1]))).toBe('Take “two.txt” out');
});

test('each file shows what was found in it, and is prepared anew by itself', async () => {
  const step = (name: StepName, done: boolean): PreparedStep => ({
    ...{ step: name, done, sure: true, places: 3, characters: 30, share: 0.1 },
    examples: [],
  });
  const bridge = await openStudio('full', { 'corpora.prepare': () => ({ job: JOB }) });
  const [one, two, three] = made.sources!;
  const stamps = { ...step('stamps', true), options: { names: false } };
  const sources = [one, { ...two, preparation: [stamps, step('links', false)] }, { ...three, preparation: [stamps] }];
  const corpus = { ...made, sources, importedAt: new Date(Date.UTC(2031, 1, 1)).toISOString() };
  bridge.say({ event: 'corpora.changed', payload: { corpus } });
  route.go('library', made.id, { show: 'preparation' });
  render(Library);
  const files = await screen.findByRole('region', { name: 'Made of 3 files' });
  const said = [...files.querySelectorAll('summary')].map(({ textContent }) => textContent);
  expect(said).toEqual(['Prepared: Chat stamps.', 'Prepared: Chat stamps.']);
  const found = within(files).getByRole('list', { name: 'two.txt', hidden: true });
  await fireEvent.click(within(found).getByRole('switch', { name: 'Addresses', hidden: true }));
  await fireEvent.click(await screen.findByRole('button', { name: 'Prepare again' }));
  await settle();
  expect(bridge.asked.filter(({ name }) => name === 'corpora.prepare').map(({ input }) => input)).toEqual([
    {
      id: made.id,
      files: [
        {
          index: 1,
          prepare: { proposed: false, steps: { stamps: true, links: true }, options: { stamps: { names: false } } },
        },
      ],
    },
  ]);
});

test('each table among the files offers its columns; another is chosen for it alone', async () => {
  const bridge = await openStudio('full', { 'corpora.prepare': () => ({ job: JOB }) });
  const [one, two, three] = made.sources!;
  const columns = [
    { name: 'title', likelihood: 0.2, example: 'The mice met' },
    { name: 'body', likelihood: 0.8, example: 'Who will bell the cat?' },
  ];
  const sources: Source[] = [
    { ...one, kind: 'table', column: 2, columns },
    { ...two, kind: 'table', column: 1, columns: columns.slice(0, 1) },
    { ...three, kind: 'table', column: 7, columns },
  ];
  const corpus = { ...made, sources, importedAt: new Date(Date.UTC(2032, 1, 1)).toISOString() };
  bridge.say({ event: 'corpora.changed', payload: { corpus } });
  route.go('library', made.id, { show: 'preparation' });
  render(Library);
  const files = await screen.findByRole('region', { name: 'Made of 3 files' });
  const chosen = within(files).getAllByRole<HTMLSelectElement>('combobox', { name: 'The text is the column' });
  // of a single column there is nothing to choose
  expect(chosen.map(({ value }) => value)).toEqual(['2', '7']);
  const described = (each: Element) => document.getElementById(each.getAttribute('aria-describedby')!)?.textContent;
  expect(chosen.map(described)).toEqual(['one.txt', 'three.txt']);
  expect([...chosen[0].options].map(({ text }) => text)).toEqual([
    'title (20\u202f% likely)',
    'body (80\u202f% likely)',
  ]);
  expect(files.textContent).toContain('Who will bell the cat?');
  await fireEvent.change(chosen[0], { target: { value: '1' } });
  expect(files.textContent).toContain('The mice met');
  await fireEvent.click(await screen.findByRole('button', { name: 'Prepare again' }));
  await settle();
  expect(bridge.asked.filter(({ name }) => name === 'corpora.prepare').map(({ input }) => input)).toEqual([
    { id: made.id, files: [{ index: 0, column: '1' }] },
  ]);
});

test('several files at once: it is asked once whether they are one text or one each', async () => {
  const bridge = await openStudio('full', {
    'corpora.import': () => ({ job: 'job_each0000' }),
    'corpora.join': () => ({ job: 'job_one00000' }),
  });
  render(OneOrEach);
  const asked = (name: string) => bridge.asked.filter((each) => each.name === name);
  const files = [new File(['x'], 'a.txt'), new File(['y'], 'b.txt')];
  const answer = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
  void imports.addFiles(files);
  await answer('One text of all');
  await waitFor(() => expect(asked('corpora.join')).toHaveLength(1));
  expect(asked('corpora.join')[0].input).toMatchObject({ files: [{ found: false }, { found: false }] });
  expect(imports.list.map(({ name }) => name)).toEqual(['a.txt + b.txt']);
  void imports.addFiles(files);
  await answer('One text each');
  await waitFor(() => expect(asked('corpora.import')).toHaveLength(2));
  const none = imports.addFiles(files);
  await answer('Cancel');
  expect(await none).toEqual([]);
  expect([asked('corpora.join').length, asked('corpora.import').length]).toEqual([1, 2]);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('of a folder that is dropped, all files in natural order but the hidden ones', async () => {
  const file = (name: string) => ({
    name,
    isDirectory: false,
    file: (take: (file: File) => void) => take(new File([], name)),
  });
  const folder = (name: string, entries: object[]) => ({
    ...{ name, isDirectory: true },
    createReader: () => ({ readEntries: (take: (some: object[]) => void) => take(entries.splice(0, 2)) }),
  });
  const book = folder('book', [file('10.txt'), file('.x'), folder('2', [file('y.txt')]), file('1.txt')]);
  const items = [file('z.txt'), book].map((entry) => ({ webkitGetAsEntry: () => entry }));
  const { files, found } = await droppedFiles({ files: [], items } as unknown as DataTransfer);
  expect([files.map(({ name }) => name), found]).toEqual([['z.txt', '1.txt', 'y.txt', '10.txt'], true]);
});
