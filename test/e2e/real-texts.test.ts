import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { library } from '../../electron/messages/en/page/library.ts';
import { story } from '../../electron/messages/en/page/story.ts';
import { workshop } from '../../electron/messages/en/page/workshop.ts';
import { preparationLabel } from '../../electron/messages/en/preparation.ts';
import { novel } from '../engine/text/preparation/texts.ts';
import { dropText, goTo, knob, shownId } from './drop.ts';
import { RealStudio } from './studio.ts';

const NOVEL = novel(70, 5, 'blank');
const MARK = (what: string) => `*** ${what} OF THE PROJECT GUTENBERG EBOOK THE LANTERN ***`;
const FRAMED = `The Project Gutenberg eBook of The Lantern

This eBook is for the use of anyone anywhere in the United States and
most other parts of the world at no cost and with almost no restrictions.

${MARK('START')}

${NOVEL.wrapped}
${MARK('END')}

Updated editions will replace the previous one, and the old editions
will be renamed.
`;

const CHINESE =
  '宋人有耕者，田中有株，兔走触株，折颈而死，因释其耒而守株，冀复得兔。兔不可复得，而身为宋国笑。\n'.repeat(8);

let studio: RealStudio;
let page: Page;
beforeAll(async () => {
  studio = await RealStudio.open();
  page = await studio.page();
});
afterAll(() => studio?.close());

/** A file is read and prepared anew meanwhile, on a machine that may have much else to do. */
const until = <T>(look: () => T) => expect.poll(look, { timeout: 60_000 });
const textOf = (id: string) => readFileSync(join(studio.workspace, 'corpora', id, 'text.txt'), 'utf8');
const switchOf = (step: keyof typeof preparationLabel) =>
  page.getByRole('switch', { name: preparationLabel[step], exact: true });
const prepareAgain = () => page.getByRole('button', { name: library.prepareAgain, exact: true });
/** Shut while a text is being prepared: the file is there a little before the page has heard of it. */
const prepared = (step: keyof typeof preparationLabel) => until(() => switchOf(step).isEnabled()).toBe(true);

/** Trains a few steps on a text. @returns the id of the model */
async function train(corpus: string): Promise<string> {
  await goTo(page, `workshop?corpus=${corpus}`);
  const steps = await knob(page, 'steps');
  await steps.fill('40');
  await steps.press('Tab');
  await page.getByRole('button', { name: new RegExp(`^${workshop.train}`) }).click();
  await page.getByRole('link', { name: workshop.tell }).waitFor({ timeout: 120_000 });
  return shownId(page);
}

/** Trains a few steps on a text, and has the model tell. @returns what it told */
async function trainAndTell(corpus: string): Promise<string> {
  await goTo(page, `story?model=${await train(corpus)}`);
  await page.getByRole('button', { name: story.tell, exact: true }).click();
  await page.getByRole('button', { name: story.keep, exact: true }).waitFor({ timeout: 60_000 });
  return (await page.getByRole('region', { name: story.page, exact: true }).textContent()) ?? '';
}

test('a wrapped novel in a publisher’s frame is learnt without both, and can be prepared otherwise by the keyboard', async () => {
  const id = await dropText(page, studio.file('the lantern.txt', Buffer.from(FRAMED)));
  await page.getByRole('link', { name: library.seeFound }).waitFor();
  await page.getByText(`Prepared: ${preparationLabel.frame}, ${preparationLabel.wrapped}.`).waitFor();
  expect(textOf(id).trim()).toBe(NOVEL.written.trim());

  await page.getByRole('link', { name: library.seeFound }).press('Enter');
  await switchOf('wrapped').press('Space');
  await prepareAgain().press('Enter');
  await prepared('wrapped');
  expect(textOf(id).trim()).toBe(NOVEL.wrapped.trim());
  expect(await switchOf('wrapped').isChecked()).toBe(false);
  await switchOf('wrapped').press('Space');
  await prepareAgain().press('Enter');
  await prepared('wrapped');
  expect(textOf(id).trim()).toBe(NOVEL.written.trim());

  expect((await trainAndTell(id)).length).toBeGreaterThan(100);

  // What a model learnt from stays as it was learnt.
  await goTo(page, `library/${id}?show=preparation`);
  await page.getByText(library.showPreparation, { exact: true }).first().waitFor();
  await switchOf('frame').press('Space');
  await page.getByText(library.preparedBeside).waitFor();
  await prepareAgain().press('Enter');
  await until(() => shownId(page)).not.toBe(id);
  expect(textOf(shownId(page))).toMatch(/^The Project Gutenberg eBook/);
  expect(textOf(id).trim()).toBe(NOVEL.written.trim());
  expect(studio.complaints()).toEqual([]);
});

test('a manuscript in .docx is learnt as its writer wrote it', async () => {
  const manuscript = readFileSync(new URL('../cases/texts/17-story.docx', import.meta.url));
  const id = await dropText(page, studio.file('manuscript.docx', manuscript));
  expect(textOf(id)).toMatch(/^walked slow/);
  expect(textOf(id)).not.toMatch(/[<>]|xml/);
  expect(await trainAndTell(id)).not.toMatch(/[<>]|xml/);
});

test('of a table the likely column is learnt, and another one where it is chosen', async () => {
  const jokes = readFileSync(new URL('../cases/texts/12-jokes.csv', import.meta.url));
  const id = await dropText(page, studio.file('jokes.csv', jokes));
  expect(textOf(id)).toMatch(/^I ate pie/);
  await goTo(page, `library/${id}?show=preparation`);
  await page.getByLabel(library.column).selectOption({ index: 2 });
  await prepareAgain().click();
  await until(() => textOf(id)).toMatch(/^\d+\n/);
});

test('a GB18030 text is read as what it says, and learnt', async () => {
  const id = await dropText(page, studio.file('守株待兔.txt', iconv.encode(CHINESE, 'gb18030')));
  await page.getByText('宋人有耕者').first().waitFor();
  await page.getByText('GB18030').first().waitFor();
  expect(textOf(id)).toBe(CHINESE);
  expect(await train(id)).not.toBe('');
  expect(studio.complaints()).toEqual([]);
});
