import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { samplingSchema } from '../../../electron/contract/story.ts';
import { openLeaving, saveModel, type LoadedModel } from '../../../electron/engine/formats/index.ts';
import { html } from '../../../electron/engine/formats/storyteller/html-format.ts';
import { createKernels } from '../../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { tellerOf, taughtModel } from '../../engine/generation/taught.ts';
import { troubleOf } from '../../tools/page-trouble.mjs';
import { borrowBrowser } from '../shared-browser.ts';

/** A model of words told on by a page that is opened from a disk, in a browser that reaches no network. */
let browser: Browser;
let closePages: () => Promise<void>;
let model: LoadedModel;
const place = mkdtempSync(join(tmpdir(), 'aesop-storyteller-'));
const path = join(place, 'fable.html');

beforeAll(async () => {
  model = taughtModel(createKernels(await loadRuntime()), { tokenizer: 'words', context: 'sequence' }, { passes: 40 });
  const folder = mkdtempSync(join(place, 'model-'));
  await saveModel(folder, model);
  const control = { signal: new AbortController().signal, progress: () => undefined };
  await html.write(await openLeaving(folder, control), path, '.html', 'float32');
  ({ browser, closePages } = await borrowBrowser());
});
afterAll(async () => {
  await closePages();
  model.model.dispose();
  rmSync(place, { recursive: true });
});

/** What the browser complained of. */
let errors: string[] = [];
beforeEach(() => (errors = []));

async function opened(options: Parameters<Browser['newContext']>[0] = {}, file = path): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', offline: true, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(pathToFileURL(file).href);
  return page;
}

/** What of the told words stands on the page, in their order. */
const words = (page: Page) =>
  page.locator('.story [data-i]').evaluateAll((found) => found.map((word) => word.textContent?.trim()));

test('tells the same greedy story as the application, and goes on from a runner-up', async () => {
  const sampling = samplingSchema.parse({ greedy: true, finishSentence: true, length: 100 });
  const prompt = 'some said this , and the zebra';
  const { symbols } = await tellerOf(model).tell(prompt, sampling);
  const page = await opened();
  await page.getByRole('radio', { name: 'Article' }).click();
  await page.getByLabel('First line').fill(prompt);
  await page.getByText('zebra').last().waitFor();
  await page.getByRole('button', { name: 'Tell', exact: true }).click();
  await page.getByRole('button', { name: 'Copy' }).waitFor({ timeout: 60_000 });
  expect(await words(page)).toEqual(symbols.map(({ text }) => text.trim()));
  await page.locator('[data-i="4"]').click();
  const [instead] = symbols[4].runnersUp;
  await page.locator('.runners button').first().click();
  await expect
    .poll(async () => (await words(page)).slice(0, 5).join(' '), { timeout: 30_000 })
    .toBe([...symbols.slice(0, 4), instead].map(({ text }) => text.trim()).join(' '));
  expect(errors).toEqual([]);
  await page.context().close();
});

test('in the colours of high contrast, what is chosen stands out and what is set is seen', async () => {
  const page = await opened({ colorScheme: 'dark', forcedColors: 'active' });
  const ground = (chosen: string) =>
    page
      .locator(`.segments > [aria-checked="${chosen}"]`)
      .first()
      .evaluate((node) => getComputedStyle(node).backgroundColor);
  expect(await ground('true')).not.toBe(await ground('false'));
  const slider = page.getByRole('slider').first();
  await slider.focus();
  const before = await slider.screenshot();
  await slider.press('Home');
  expect(before.equals(await slider.screenshot())).toBe(false);
  await page.context().close();
});

test('the focus stays where a story is begun and ended', async () => {
  const page = await opened();
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  await page.getByRole('button', { name: 'Tell', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Copy' }).waitFor({ timeout: 60_000 });
  await expect.poll(focused).toBe('Tell');
  await page.context().close();
});

test.each([
  ['en-US', 'light', 1280, 800],
  ['zh-CN', 'dark', 390, 844],
] as const)('in %s, %s, at %i × %i nothing is wrong with it', async (locale, colorScheme, width, height) => {
  const page = await opened({ locale, colorScheme, viewport: { width, height } });
  await page.locator('.act').click();
  await page.locator('.told .acts').waitFor({ timeout: 60_000 });
  await page.locator('[data-i="3"]').click();
  expect(await troubleOf(page)).toEqual([]);
  // a text that the page does not have would be shown by its name
  expect(await page.locator('body').innerText()).not.toMatch(
    /\b(common|counts|frame|shelf|story|storyteller|term|termHelp|told)\.\w/,
  );
  expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
  expect(errors).toEqual([]);
  await page.context().close();
});

test.each([3, 9, 20, 40])('at 640 × 400 all that word %i could have been is in sight at once', async (at) => {
  const page = await opened({ viewport: { width: 640, height: 400 } });
  await page.locator('.act').click();
  await page.locator('.told .acts').waitFor({ timeout: 60_000 });
  await page.locator(`[data-i="${at}"]`).click();
  await page.locator('.runners').waitFor();
  const inSight = () =>
    page.locator('.runners').evaluate((panel) => {
      const { top, bottom, left, right } = panel.getBoundingClientRect();
      const word = document.querySelector('.story .is-open')!.getBoundingClientRect();
      const covers = left < word.right && right > word.left && top < word.bottom && bottom > word.top;
      const rows = [...panel.querySelectorAll('button, .own')].map((row) => row.getBoundingClientRect());
      return !covers && rows.length === 6 && rows.every((row) => row.top >= top && row.bottom <= bottom);
    });
  await expect.poll(inSight).toBe(true);
  await page.context().close();
});

test('a page that is not whole says so', async () => {
  const damaged = join(place, 'damaged.html');
  writeFileSync(damaged, readFileSync(path, 'utf8').replace(/(data-section="weights">.{40})./s, '$1+'));
  const page = await opened({}, damaged);
  await page.getByText('This page is damaged').waitFor();
  await page.context().close();
});

test('nothing but its own script runs in it, and nothing is fetched', async () => {
  const page = await opened();
  await page.getByLabel('First line').waitFor();
  const refused = await page
    .evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken"';
      document.body.append(script);
      const fetched = await fetch('data:,x').then(
        () => true,
        () => false,
      );
      return { title: document.title, fetched };
    })
    .catch((error: unknown) => String(error));
  expect(refused).toEqual({ title: 'Small – Aesop', fetched: false });
  await page.context().close();
});
