import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { common } from '../../../electron/messages/en/page/common.ts';
import { frame } from '../../../electron/messages/en/page/frame.ts';
import { library } from '../../../electron/messages/en/page/library.ts';
import { story } from '../../../electron/messages/en/page/story.ts';
import { workshop } from '../../../electron/messages/en/page/workshop.ts';
import { pseudoText } from '../../../electron/messages/pseudo.ts';
import { troubleOf } from '../../tools/page-trouble.mjs';
import { wordsOfNoLanguage } from '../../tools/page-words.mjs';
import { BrowserHost } from '../browser-host.ts';
import { drop, dropText, goTo } from '../drop.ts';

const FABLE = readFileSync(new URL('../../../resources/corpora/belling-the-cat.txt', import.meta.url), 'utf8');
const ROOMS = ['library', 'workshop', 'shelf', 'story', 'machine'];

/** What belongs to no language of the page: words of the text, names of things and of makers, units, languages by Intl. */
const DATA = new RegExp(
  `^(${[
    ...new Set(FABLE.match(/[A-Za-z]{2,}/g)),
    ...['Aesop', 'Belling', 'Cat', 'mice', 'more', 'once', 'txt', 'bin', 'empty'],
    ...['Ctrl', 'Esc', 'Shift', 'Enter'],
    ...['kB', 'MB', 'GB', 'px', 'ms', 'min'],
    ...['TensorFlow', 'NVIDIA', 'Debian', 'GNU', 'Linux', 'UTF', 'ASCII', 'Adam', 'AdamW', 'RMSProp', 'SGD'],
    ...['English', 'Chinese', 'unk', 'node', 'icu', 'aesop', 'tensorflow', 'tfjs'],
    ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  ].join('|')})$`,
);

let studio: BrowserHost;
let page: Page;
beforeAll(async () => {
  studio = await BrowserHost.open();
  page = await studio.page({ locale: 'en-XA' });
});
afterAll(() => studio?.close());

const said = (text: string) => page.getByText(pseudoText(text)).first();
const button = (text: string) => page.getByRole('button', { name: pseudoText(text), exact: true });

/** Nothing on the page is English, cut off or spilling, in a small window and in a large one. */
async function expectWhole(what: string): Promise<void> {
  expect(await wordsOfNoLanguage(page, DATA), what).toEqual([]);
  for (const size of [
    { width: 900, height: 600 },
    { width: 1280, height: 800 },
  ]) {
    await studio.resize(page, size);
    await page.waitForTimeout(200);
    expect(await troubleOf(page), `${what} at ${size.width}x${size.height}`).toEqual([]);
  }
}

describe('a page in a language that is 40 % longer than English', () => {
  test.each(ROOMS)('says nothing in English while there is nothing: %s', async (room) => {
    await goTo(page, room);
    await page.waitForSelector(`nav a[aria-current="page"][href^="#/${room}"]`);
    await expectWhole(room);
  });

  test('nor with a text, a run, a model and a kept story', async () => {
    const corpus = await dropText(page, studio.file('once more.txt', `once more : ${FABLE}`));
    await expectWhole('a text');
    await goTo(page, `workshop?corpus=${corpus}`);
    await said(workshop.train).waitFor();
    await expectWhole('its settings');
    await button(workshop.train).click();
    await page.getByRole('link', { name: pseudoText(workshop.tell) }).waitFor({ timeout: 120_000 });
    await expectWhole('a run that is over');
    await goTo(page, 'shelf');
    await page.getByRole('heading', { level: 2, name: 'once more' }).waitFor();
    await expectWhole('a model');
    await goTo(page, 'story');
    await page.getByLabel(pseudoText(story.firstLine), { exact: true }).fill('had a general');
    await button(story.tell).click();
    await button(story.keep).waitFor({ timeout: 60_000 });
    await expectWhole('a story');
    await button(story.keep).click();
    await button(common.save).click();
    await button(story.keptAlready).waitFor();
    await expectWhole('a kept story');
    await goTo(page, 'machine');
    await expectWhole('the machine');
  });

  test('nor in what opens over the rooms', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await expectWhole('the finder');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: pseudoText(frame.shortcuts) }).waitFor();
    await expectWhole('the keys');
    await page.keyboard.press('Escape');
    await goTo(page, 'library');
    await button(library.pasteText).click();
    await page.getByRole('dialog', { name: pseudoText(library.pasteTitle) }).waitFor();
    await expectWhole('a text to paste');
    await page.keyboard.press('Escape');
  });

  test('nor in what is refused', async () => {
    await goTo(page, 'library');
    await drop(page, studio.file('empty.txt', ''));
    await page.locator('.problem .code').waitFor();
    await expectWhole('an empty file');
  });
});

test.each([
  ['zh-CN', 'zh'],
  ['en-GB', 'en'],
  ['fr-FR', 'en'],
])('a page in %s loads the texts of one language, and another when it is chosen', async (locale, language) => {
  const loaded: string[] = [];
  const other = await studio.browser.newContext({ locale });
  const tab = await other.newPage();
  tab.on('request', (request) => {
    const [, name] = /language-([\w]+)-/.exec(request.url()) ?? [];
    if (name) loaded.push(name);
  });
  await tab.goto(await studio.address());
  await tab.getByRole('navigation').first().waitFor();
  expect(loaded).toEqual([language]);
  await other.close();
});
