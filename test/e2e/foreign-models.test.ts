import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ModelCard } from '../../electron/contract/model.ts';
import { foreignFixture } from '../engine/formats/import/fixtures.ts';
import { dropFromDisk, goTo, shownId } from './drop.ts';
import { RealStudio } from './studio.ts';

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
