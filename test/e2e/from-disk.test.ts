import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Corpus } from '../../electron/contract/corpus.ts';
import type { ModelCard } from '../../electron/contract/model.ts';
import { term } from '../../electron/messages/en/page/glossary.ts';
import { library } from '../../electron/messages/en/page/library.ts';
import { workshop } from '../../electron/messages/en/page/workshop.ts';
import { foreignFixture } from '../engine/formats/import/fixtures.ts';
import { dropFromDisk, goTo, knob, shownId } from './drop.ts';
import { RealStudio } from './studio.ts';

/** No two of one size: by that alone an older Electron tells the paths of files. */
const tale = (hero: string) =>
  Array.from(
    { length: 10 + hero.length },
    (_, turn) => `The ${hero} went to the mill on day ${turn + 1} and came home.\n`,
  ).join('');

const WORDS = Buffer.from(
  ['long', 'ago', 'the', 'mice', 'had', 'a', 'general', 'council', 'to', 'consider', '.'].join('\n'),
);

let studio: RealStudio;
let page: Page;
beforeAll(async () => {
  studio = await RealStudio.open();
  page = await studio.page();
});
afterAll(() => studio?.close());

const until = <T>(look: () => T) => expect.poll(look, { timeout: 60_000 });
const corpusOf = (id: string): Corpus =>
  JSON.parse(readFileSync(join(studio.workspace, 'corpora', id, 'corpus.json'), 'utf8'));
const button = (name: string) => page.getByRole('button', { name, exact: true });
const names = (id: string) => corpusOf(id).sources?.map(({ name }) => name);

/** Answers the one question, and waits for the text. @returns its id */
async function asOne(): Promise<string> {
  await button(library.severalOne).press('Enter');
  await page.waitForURL(/#\/library\/.+/, { timeout: 60_000 });
  return shownId(page);
}

const shown = new Set<string>();

/** The card of the model that comes, and that the Shelf then shows. */
async function shownCard(): Promise<ModelCard> {
  const isNew = ({ hash }: URL) => hash.startsWith('#/shelf/') && !shown.has(hash);
  await page.waitForURL(isNew, { timeout: 60_000 });
  shown.add(new URL(page.url()).hash);
  return JSON.parse(readFileSync(join(studio.workspace, 'models', shownId(page), 'card.json'), 'utf8'));
}

test('the files of another program’s model, dropped together on the Shelf, are one model', async () => {
  await goTo(page, 'shelf');
  const files = [studio.file('net.keras', foreignFixture('keras-3.keras')), studio.file('words.txt', WORDS)];
  await dropFromDisk(page, files);
  expect((await shownCard()).origin).toMatchObject({ format: 'keras', vocabulary: 'words.txt' });
});

test('a folder of them is, too', async () => {
  await goTo(page, 'shelf');
  const folder = join(dirname(studio.file('made.txt', WORDS)), 'a network');
  mkdirSync(folder);
  writeFileSync(join(folder, 'net.h5'), foreignFixture('keras-2.h5'));
  writeFileSync(join(folder, 'symbols.txt'), WORDS);
  await dropFromDisk(page, [folder]);
  expect((await shownCard()).origin).toMatchObject({ format: 'h5', vocabulary: 'symbols.txt' });
});

test('one dropped among the texts is imported by one button, asks for its vocabulary, and stands on the Shelf', async () => {
  await goTo(page, 'library');
  await dropFromDisk(page, [studio.file('packed.zip', foreignFixture('keras-3.keras'))]);
  await page.getByRole('button', { name: 'Import as a model' }).click();
  await page.getByRole('dialog').waitFor();
  await dropFromDisk(page, [studio.file('words.txt', WORDS)]);
  expect((await shownCard()).origin).toMatchObject({ format: 'keras', vocabulary: 'words.txt' });
});

test('two files dropped are one text, put in order by the keyboard, and learnt with one held out', async () => {
  const files = [
    studio.file('fox.txt', Buffer.from(tale('fox'))),
    studio.file('heron.txt', Buffer.from(tale('heron'))),
  ];
  await goTo(page, 'library');
  await dropFromDisk(page, files);
  const id = await asOne();
  expect(names(id)).toEqual(['fox.txt', 'heron.txt']);
  await goTo(page, `library/${id}?show=preparation`);
  await button(library.fileDown.replace('{name}', 'fox.txt')).press('Enter');
  await until(() => names(id)).toEqual(['heron.txt', 'fox.txt']);

  await goTo(page, `workshop?corpus=${id}`);
  await (await knob(page, 'validationFile')).selectOption({ index: 2 });
  const steps = await knob(page, 'steps');
  await steps.fill('20');
  await steps.press('Tab');
  // what is explained at that moment goes with the settings
  await button(term.weights).press('Control+Enter');
  await page.getByRole('link', { name: workshop.tell }).waitFor({ timeout: 120_000 });
  const card = JSON.parse(readFileSync(join(studio.workspace, 'models', shownId(page), 'card.json'), 'utf8'));
  expect(card.corpus.sources).toEqual(['heron.txt', 'fox.txt']);
  expect(card.hyperparameters.validationFile).toBe(2);
  expect(card.metrics.validationLoss).toBeGreaterThan(0);
  expect(studio.complaints()).toEqual([]);
});

test('a folder dropped is one text of what can be read in it, in the order of people', async () => {
  const folder = join(dirname(studio.file('x.txt', Buffer.from('x'))), 'chapters');
  mkdirSync(join(folder, 'part 2'), { recursive: true });
  for (const [name, hero] of [
    ['chapter 10.txt', 'owl'],
    ['chapter 2.txt', 'toad'],
    ['part 2/end.txt', 'crane'],
  ])
    writeFileSync(join(folder, name), tale(hero));
  writeFileSync(join(folder, 'cover.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  await dropFromDisk(page, [folder]);
  const id = await asOne();
  expect(names(id)?.map((name) => name.replace(/^.*\//, ''))).toEqual(['chapter 2.txt', 'chapter 10.txt', 'end.txt']);
  expect(corpusOf(id).refused?.map(({ name }) => name.replace(/^.*\//, ''))).toEqual(['cover.png']);
  await goTo(page, `library/${id}?show=preparation`);
  await page
    .getByText(/“cover\.png”/)
    .first()
    .waitFor();
  expect(studio.complaints()).toEqual([]);
});
