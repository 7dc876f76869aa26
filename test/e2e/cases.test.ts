import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import type { Corpus } from '../../electron/contract/corpus.ts';
import { expectReading, TEXT_CASES } from '../cases/texts.ts';
import { dropText, goTo } from './drop.ts';
import { RealStudio } from './studio.ts';

let studio: RealStudio;
let page: Page;
beforeAll(async () => {
  studio = await RealStudio.open();
  page = await studio.page();
});
afterAll(() => studio?.close());

test.each(TEXT_CASES)('the window reads $file', async (each) => {
  await goTo(page, 'library');
  const id = await dropText(page, each.path);
  const file = join(studio.workspace, 'corpora', id, 'corpus.json');
  expectReading(each, JSON.parse(readFileSync(file, 'utf8')) as Corpus);
});
