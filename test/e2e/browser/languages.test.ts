import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { common } from '../../../electron/messages/en/page/common.ts';
import { frame } from '../../../electron/messages/en/page/frame.ts';
import { library } from '../../../electron/messages/en/page/library.ts';
import { machine } from '../../../electron/messages/en/page/machine.ts';
import { shelf } from '../../../electron/messages/en/page/shelf.ts';
import { story } from '../../../electron/messages/en/page/story.ts';
import { workshop } from '../../../electron/messages/en/page/workshop.ts';
import { sampleTexts } from '../../../electron/messages/en/sample-texts.ts';
import { pseudoText } from '../../../electron/messages/pseudo.ts';
import { clippedOn } from '../../tools/page-clipped.mjs';
import { watchCharts, wordsOfNoLanguage } from '../../tools/page-words.mjs';
import { BrowserHost } from '../browser-host.ts';
import { drop, dropText, goTo, showAllSettings } from '../drop.ts';

const FABLE = readFileSync(new URL('../../../resources/corpora/belling-the-cat.txt', import.meta.url), 'utf8');
const CHINESE = Buffer.from('宋人有耕田者。田中有株，兔走触株，折颈而死。'.repeat(20));
const ROOMS = ['library', 'workshop', 'shelf', 'story', 'machine'];
const SIZES = [
  { width: 640, height: 400 },
  { width: 900, height: 600 },
  { width: 1280, height: 800 },
];

const anyOf = (words: readonly string[]) => new RegExp(`(?<!\\w)(${words.join('|')})(?!\\w)`, 'g');
const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Date(2000, month).toLocaleString('en-GB', { month: 'short' }),
);

/** What is the same in every language. A part of the page that shows data besides says so by `translate="no"`. */
const DATA = {
  alone: anyOf([
    'Aesop',
    ...['Adam', 'AdamW', 'RMSProp', 'SGD'],
    ...['kB', 'MB', 'GB'],
    // the engine of a machine without TensorFlow, and what it lacks
    ...['WebAssembly', 'tfjs_binding.node', 'libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'],
    // by Intl, which knows no such language
    ...['English', 'Chinese', ...MONTHS],
  ]),
  // texts and names that this test brings along
  values: anyOf([
    ...(FABLE.match(/[A-Za-z]{2,}/g) ?? []),
    ...['Belling the Cat', 'once more', 'empty', 'doubtful', 'txt', 'kitten', 'MOUSE', 'UTF'],
  ]),
};

let studio: BrowserHost;
let page: Page;
beforeAll(async () => {
  studio = await BrowserHost.open(undefined, { native: true });
  const context = await studio.browser.newContext({ locale: 'en-XA', viewport: SIZES[1], reducedMotion: 'reduce' });
  await watchCharts(context);
  page = await context.newPage();
  await page.goto(await studio.address());
  await page.locator('main h1').waitFor({ state: 'attached' });
});
afterAll(() => studio?.close());

const button = (text: string) => page.getByRole('button', { name: pseudoText(text) }).first();
const dialog = (text: string) => page.getByRole('dialog', { name: pseudoText(text) });
const field = (text: string) => page.getByRole('textbox', { name: pseudoText(text) });
const says = (text: string) => page.getByText(pseudoText(text)).first().waitFor({ timeout: 60_000 });

async function open(room: string): Promise<void> {
  await goTo(page, room);
  await page.locator(`nav a[aria-current="page"][href^="#/${room.split('?')[0]}"]`).waitFor();
  await page.locator('main :is(h1, h2)').first().waitFor({ state: 'attached' });
}

const SAMPLES = Object.values(sampleTexts).map(pseudoText);
/** The texts that come along are called so in each language, and stand where what is a person's own stands. */
function isSampleName(text: string): boolean {
  const [, name] = /^marked as data:\s*(.*?)\s*$/s.exec(text) ?? [];
  return name !== undefined && SAMPLES.some((sample) => sample.includes(name) || name.startsWith(sample));
}

/** What the page says in no language of its own. */
const unsaid = async () => (await wordsOfNoLanguage(page, DATA)).filter((text) => !isSampleName(text));

/** Nothing on the page is English, cut off or spilling, in a small window and in a large one. */
async function expectWhole(what: string, shown?: Locator): Promise<void> {
  for (const size of SIZES) {
    await studio.resize(page, size);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await shown?.waitFor();
    const where = `${what} at ${size.width}x${size.height}`;
    expect(await unsaid(), where).toEqual([]);
    expect(await clippedOn(page), where).toEqual([]);
  }
}

describe('a page in a language that is 40 % longer than English', () => {
  test.each(ROOMS)('says nothing in English while there is nothing: %s', async (room) => {
    await open(room);
    if (room === 'machine') await says(machine.toDo);
    await expectWhole(room);
  });

  test('nor of a text', async () => {
    await dropText(page, studio.file('once more.txt', `once more : ${FABLE}`));
    for (const part of ['text', 'cut', 'symbols', 'repeats']) {
      await page.locator(`main [data-value="${part}"]`).click();
      await expectWhole(`a text, its ${part}`);
    }
    await page.keyboard.press('Control+f');
    await field(library.search).fill('mouse');
    await page.locator('.hit').first().waitFor();
    await expectWhole('a search');
  });

  test('nor of settings', async () => {
    await button(library.train)
      .or(page.getByRole('link', { name: pseudoText(library.train) }))
      .click();
    await button(workshop.train).waitFor();
    await expectWhole('the short form');
    await showAllSettings(page);
    await page.locator('.knobs details').first().waitFor();
    for (const group of await page.locator('.knobs details').all())
      if ((await group.getAttribute('open')) === null) await group.locator('summary').click();
    for (const knob of await page.locator('.knobs :is(input, select)').all()) {
      await knob.focus();
      await page.locator('.knob.open .help').waitFor();
      expect(await unsaid()).toEqual([]);
    }
    const units = page.locator('#knob-units');
    await units.fill('-7');
    await expectWhole('settings', page.locator('.knob .note.bad'));
    await units.press('Escape');
    // what is said of a run is no more after all the proposed ones
    await page.locator('#knob-steps').fill('40');
  });

  test('nor of a run, a model and a kept story', async () => {
    await button(workshop.train).click();
    await page.getByRole('link', { name: pseudoText(workshop.tell) }).waitFor({ timeout: 120_000 });
    await says(workshop.predicted);
    await expectWhole('a run that is over');
    await button(workshop.trainOn).click();
    await expectWhole('to train on', dialog(workshop.trainOn));
    await page.keyboard.press('Escape');

    await open('shelf');
    await field(shelf.word).fill('MOUSE');
    await says(shelf.spelled);
    await expectWhole('a model');

    await open('story');
    await field(story.firstLine).fill('had a kitten');
    await page.getByRole('button', { name: /^kitten/ }).click();
    await expectWhole('an unknown word', page.getByRole('dialog').first());
    await page.keyboard.press('Escape');
    await field(story.firstLine).fill('had a general');
    await button(story.tell).click();
    await button(story.keep).waitFor({ timeout: 60_000 });
    await page.locator('[data-i="1"]').click();
    await expectWhole('runners-up', page.getByRole('dialog'));
    await page.keyboard.press('Escape');
    await button(story.keep).click();
    await expectWhole('a story to keep', dialog(story.keep));
    await field(story.keepTitle).press('Enter');
    await button(story.keptAlready).waitFor();
    await expectWhole('a kept story');
  });

  test('nor in what opens over the rooms', async () => {
    await open('library');
    await page.keyboard.press('Control+k');
    await expectWhole('the finder', page.getByRole('dialog'));
    await page.keyboard.press('Escape');
    await page.locator('main').focus();
    await page.keyboard.press('?');
    await expectWhole('the keys', dialog(frame.shortcuts));
    await page.keyboard.press('Escape');
    await button(library.pasteText).click();
    await expectWhole('a text to paste', dialog(library.pasteTitle));
    await page.keyboard.press('Escape');
    await button(common.moreActions).click();
    await page.getByRole('menuitem').click();
    await expectWhole('a deleted text', button(common.undo));
    await open('machine');
    await button(machine.emptyTrash).click();
    await expectWhole('the trash', dialog(machine.emptyTrashTitle));
    await page.keyboard.press('Escape');
  });

  test('nor in what is refused or lost', async () => {
    await open('library');
    await drop(page, studio.file('empty.txt', ''));
    await expectWhole('an empty file', page.locator('.problem .code'));
    await dropText(page, studio.file('doubtful.txt', Buffer.concat([CHINESE, Buffer.from([0xff]), CHINESE])));
    await expectWhole('a text that is read in part', page.locator('.facts-of .notice'));
    await page.getByRole('link', { name: pseudoText(library.look) }).click();
    await says(library.firstWords);
    await expectWhole('other ways to read it');
    await studio.kill();
    await says(frame.lost);
    await expectWhole('a lost studio');
    await studio.serve();
  });
});

describe('texts of languages', () => {
  /** A page in a browser of a language, and the names of the texts it has fetched. */
  async function inLanguage(locale: string): Promise<{ tab: Page; loaded: string[] }> {
    const tab = await (await studio.browser.newContext({ locale })).newPage();
    const loaded: string[] = [];
    tab.on('request', (request) => {
      const [, name] = /language-(\w+)-/.exec(request.url()) ?? [];
      if (name) loaded.push(name);
    });
    await tab.goto(await studio.address());
    await tab.locator('main h1').waitFor({ state: 'attached' });
    return { tab, loaded };
  }

  test.each([
    ['zh-CN', 'zh'],
    ['en-GB', 'en'],
    ['fr-FR', 'en'],
  ])('are those of one: for %s %s', async (locale, language) => {
    const { tab, loaded } = await inLanguage(locale);
    expect(loaded).toEqual([language]);
    await tab.context().close();
  });

  test('and of another when it is chosen, once', async () => {
    const { tab, loaded } = await inLanguage('en-GB');
    for (const language of ['zh-Hans', 'en', 'zh-Hans']) {
      await tab.locator('.status > button').click();
      await tab.locator(`html[lang="${language}"]`).waitFor();
    }
    expect(loaded).toEqual(['en', 'zh']);
    await tab.context().close();
  });
});
