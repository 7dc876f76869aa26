import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { common } from '../../../electron/messages/en/page/common.ts';
import { library } from '../../../electron/messages/en/page/library.ts';
import { shelf } from '../../../electron/messages/en/page/shelf.ts';
import { story } from '../../../electron/messages/en/page/story.ts';
import { frozen, versions } from '../../fixtures/frozen.ts';
import { workshop } from '../../../electron/messages/en/page/workshop.ts';
import { BrowserHost } from '../browser-host.ts';
import { goTo, shownId } from '../drop.ts';

const SMALL = { width: 640, height: 400 };
const WAIT = { timeout: 60_000 };

const focusedHeading = (page: Page) => page.evaluate(() => document.activeElement?.matches('h1, h2'));

test('in 640 by 400, as at 200 %, a list and what is chosen in it are two pages, and what is said covers neither', async () => {
  const studio = await BrowserHost.open();
  onTestFinished(() => studio.close());
  const { workspace, expected } = frozen(versions[0]);
  const { model } = expected.told;
  cpSync(join(workspace, 'models', model), join(studio.workspace, 'models', model), { recursive: true });
  const page = await studio.page();
  await studio.resize(page, SMALL);

  await goTo(page, 'library');
  const texts = page.getByRole('complementary', { name: library.corpora, exact: true });
  await texts.locator('a').nth(1).click();
  const train = page.getByRole('link', { name: library.train, exact: true });
  await train.waitFor(WAIT);
  expect(await texts.isVisible()).toBe(false);
  await expect.poll(() => focusedHeading(page), WAIT).toBe(true);
  const deleted = shownId(page);

  await page.getByRole('button', { name: common.moreActions, exact: true }).click();
  await page.getByRole('menuitem', { name: library.deleteText, exact: true }).click();
  const undo = page.getByRole('button', { name: common.undo, exact: true });
  const strip = (await undo.locator('..').boundingBox())!;
  const room = (await page.getByRole('main').boundingBox())!;
  expect(strip.y).toBeGreaterThanOrEqual(room.y + room.height);
  expect(strip.y + strip.height).toBeLessThanOrEqual(SMALL.height);
  await undo.click();
  await goTo(page, `library/${deleted}`);
  await page.getByRole('link', { name: library.corpora, exact: true }).click();
  await expect.poll(() => texts.isVisible(), WAIT).toBe(true);
  expect(await train.isVisible()).toBe(false);

  await goTo(page, 'shelf');
  const tell = page.getByRole('link', { name: shelf.tell, exact: true });
  const row = page.locator('tr.pick').first();
  await row.waitFor(WAIT);
  expect(await tell.isVisible()).toBe(false);
  await row.focus();
  await page.keyboard.press('ArrowDown');
  expect(await tell.isVisible(), 'a key that moves opens nothing').toBe(false);
  await page.keyboard.press('Enter');
  await tell.waitFor();
  await page.goBack();
  await expect.poll(() => row.isVisible(), WAIT).toBe(true);

  await goTo(page, `story?model=${model}`);
  await page.getByRole('button', { name: story.sampling, exact: true }).click();
  await page.getByRole('dialog', { name: story.sampling, exact: true }).getByText(story.finish).waitFor();
  await page.keyboard.press('Escape');
});

test('in 480 pixels, how far a run is stands above what can be done about it, not squeezed beside', async () => {
  const studio = await BrowserHost.open();
  onTestFinished(() => studio.close());
  const { workspace } = frozen(versions[0]);
  const [run] = readdirSync(join(workspace, 'runs'));
  cpSync(join(workspace, 'runs', run), join(studio.workspace, 'runs', run), { recursive: true });
  const page = await studio.page();
  await studio.resize(page, { width: 480, height: 800 });
  await goTo(page, `workshop/${run}`);
  const foot = page.getByRole('group', { name: workshop.actions, exact: true });
  const [bar, act] = [foot.getByRole('progressbar'), foot.getByRole('button').first()];
  await act.waitFor(WAIT);
  const [far, acts] = [(await bar.boundingBox())!, (await act.boundingBox())!];
  expect(far.width).toBeGreaterThan(300);
  expect(acts.y).toBeGreaterThanOrEqual(far.y + far.height);
});
