import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shelf } from '../../electron/messages/en/page/shelf.ts';
import { story } from '../../electron/messages/en/page/story.ts';
import { workshop } from '../../electron/messages/en/page/workshop.ts';
import { dropText, goTo, knob, shownId } from './drop.ts';
import { RealStudio } from './studio.ts';

// Another text than the shipped one, which the Library would know again.
const FABLE = `again ${readFileSync(new URL('../../resources/corpora/belling-the-cat.txt', import.meta.url), 'utf8')}`;
const OWLS = 'an owl came to the mice and said : who will tie a bell to the cat ? '.repeat(12);

let studio: RealStudio;
let page: Page;
beforeAll(async () => {
  studio = await RealStudio.open();
  page = await studio.page();
});
afterAll(() => studio?.close());

/** Trains what the Workshop has set, to its end. @returns the id of the model */
async function trained(): Promise<string> {
  await page.getByRole('button', { name: new RegExp(`^${workshop.train}`) }).click();
  await page.getByRole('link', { name: workshop.tell }).waitFor({ timeout: 120_000 });
  return shownId(page);
}

test('a model of one text learns on from another, tells in words of both, and says where it comes from', async () => {
  const fable = await dropText(page, studio.file('the mice.txt', FABLE));
  await goTo(page, `workshop?corpus=${fable}`);
  await (await knob(page, 'units')).fill('32');
  await (await knob(page, 'steps')).fill('40');
  const base = await trained();

  const owls = await dropText(page, studio.file('the owls.txt', OWLS));
  await goTo(page, `workshop?corpus=${owls}`);
  await page.getByRole('combobox', { name: workshop.base, exact: true }).selectOption(base);
  await page.getByText(workshop.baseHelp).waitFor();
  // the network is the base model's, and no field changes it
  await (await knob(page, 'batchSize')).waitFor();
  expect(await page.locator('#knob-units').count()).toBe(0);
  const model = await trained();
  const learnsOn = workshop.onFrom.replace('{name}', 'the mice');
  await page.getByText(learnsOn).first().waitFor();

  await goTo(page, `story?model=${model}`);
  // “general” is a word of the first text alone, “owl” of the second
  const line = page.getByLabel(story.firstLine, { exact: true });
  const unknown = page.locator('.readings').getByText('zebra');
  await line.fill('the owl had a zebra');
  await unknown.waitFor();
  await line.fill('the owl had a general');
  await page.getByRole('button', { name: story.tell, exact: true }).click();
  await page.getByRole('button', { name: story.keep, exact: true }).waitFor({ timeout: 60_000 });
  // telling has looked the line up first
  expect(await page.locator('.readings').count()).toBe(0);
  const told = page.getByRole('region', { name: story.page, exact: true });
  await expect.poll(() => told.textContent()).toMatch(/the owl had a general\W+\w/);

  await goTo(page, `shelf/${model}`);
  const learntOn = shelf.learntOnFrom.replace('{name}', 'the mice').replace('{texts}', '“the mice”');
  await page.getByText(learntOn).waitFor();
  expect(studio.complaints()).toEqual([]);
});
