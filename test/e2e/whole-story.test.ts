import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportLabel } from '../../electron/messages/en/exports.ts';
import { common } from '../../electron/messages/en/page/common.ts';
import { frame } from '../../electron/messages/en/page/frame.ts';
import { shelf } from '../../electron/messages/en/page/shelf.ts';
import { story } from '../../electron/messages/en/page/story.ts';
import { workshop } from '../../electron/messages/en/page/workshop.ts';
import { pdfPages } from './pdf-pages.ts';
import { dropText, goTo, shownId } from './drop.ts';
import { RealStudio } from './studio.ts';

// Another text than the shipped one, which the Library would know again.
const FABLE = Buffer.concat([
  Buffer.from('once more : '),
  readFileSync(new URL('../../resources/corpora/belling-the-cat.txt', import.meta.url)),
]);

let studio: RealStudio;
let page: Page;
beforeAll(async () => {
  studio = await RealStudio.open({ allSamples: true, native: true });
  page = await studio.page();
});
afterAll(() => studio?.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('from a dropped file to a told and kept story, an exported model, and a delete undone', async () => {
  const corpus = await dropText(page, studio.file('the mice.txt', FABLE));
  await page.getByText('the mice').first().waitFor();

  await goTo(page, `workshop?corpus=${corpus}`);
  await page.getByRole('button', { name: new RegExp(`^${workshop.train}`) }).click();
  await page.getByRole('link', { name: workshop.tell }).waitFor({ timeout: 120_000 });
  const curve = await page.getByRole('img', { name: /Loss/ }).first().getAttribute('aria-label');
  expect(curve).toMatch(/\d+ points, from \d/);
  await page.getByRole('table').first().waitFor();
  const model = shownId(page);

  await goTo(page, `story?model=${model}`);
  await page.getByLabel(story.firstLine, { exact: true }).fill('had a general');
  await button(story.tell).click();
  await button(story.keep).waitFor({ timeout: 240_000 });
  const told = page.getByRole('region', { name: story.page, exact: true });
  await expect.poll(() => told.textContent()).toContain('council');

  // another word than the model chose, and the story goes on from there
  await told.locator('[data-i="1"]').click();
  const others = page.getByRole('dialog', { name: /Runners-up/ }).getByRole('button');
  const other = ((await others.first().locator('.serif').textContent()) ?? '').trim();
  await others.first().click();
  await expect.poll(() => told.locator('[data-i="1"]').textContent()).toContain(other);
  await button(story.keep).click();
  const title = page.getByLabel(story.keepTitle);
  if (await title.isVisible()) await title.press('Enter');
  await page.getByText(story.keptAlready).first().waitFor();

  // on paper the story alone, with how it was told
  const [sheet, ...more] = await pdfPages(await studio.printed(page));
  expect(sheet).toContain(`had a general ${other}`);
  expect(sheet).toContain('the mice');
  for (const left of [story.keptAlready, frame.shelf, frame.workshop]) expect(sheet).not.toContain(left);
  expect(more).toEqual([]);

  const { name, text } = await studio.saved(page, async () => {
    await button(common.moreActions).click();
    await page.getByRole('menuitem', { name: story.save }).click();
  });
  expect(name).toMatch(/^had a .+\.txt$/);
  expect(text).toMatch(new RegExp(`^had a general ${other}[^]+\\n$`));

  await goTo(page, `shelf/${model}`);
  const files = await studio.exported(page, async () => {
    await button(shelf.export).click();
    await page.getByRole('menuitem', { name: new RegExp(exportLabel.tfjs) }).click();
  });
  expect(files).toEqual(expect.arrayContaining(['model.json', 'weights.bin']));

  await page.reload();
  await page.getByRole('heading', { level: 2, name: 'the mice' }).waitFor();
  await button(common.moreActions).click();
  await page.getByRole('menuitem', { name: common.delete }).click();
  await page.getByText(shelf.empty).waitFor();
  await button(common.undo).click();
  await page.getByRole('heading', { level: 2, name: 'the mice' }).waitFor();
  expect(studio.complaints()).toEqual([]);
});
