import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { story } from '../../../electron/messages/en/page/story.ts';
import { frozen, versions } from '../../fixtures/frozen.ts';
import { BrowserHost } from '../browser-host.ts';
import { goTo, shownId } from '../drop.ts';

const WAIT = { timeout: 60_000 };
const LINE = 'the old mouse said';

let studio: BrowserHost;
let page: Page;

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const field = () => page.getByLabel(story.firstLine, { exact: true });
const row = (id: string) => page.locator(`.history a[href="#/story/${id}"]`);
const told = () => page.getByRole('region', { name: story.page, exact: true });
const passageLink = () => page.locator('.history li a');
const show = (label: string) => page.getByRole('radio', { name: label, exact: true }).click();

/** Waits until another story than these has an address. @returns its id */
async function another(...known: string[]): Promise<string> {
  await expect.poll(() => ['', ...known].includes(shownId(page)), WAIT).toBe(false);
  return shownId(page);
}

test('a telling is there again after Again, a reload, Back and a restart; a star, a draft and a passage too', async () => {
  studio = await BrowserHost.open();
  onTestFinished(() => studio.close());
  const { workspace, expected } = frozen(versions[0]);
  const { model } = expected.told;
  cpSync(join(workspace, 'models', model), join(studio.workspace, 'models', model), { recursive: true });
  page = await studio.page();
  await goTo(page, `story?model=${model}`);
  await field().fill('the mice');
  await button(story.tell).click();
  const first = await another();
  const text = (await told().locator('.story').textContent())!;
  expect(text).toMatch(/^the mice./i);

  await page.getByRole('button', { name: /^Again/ }).click();
  const second = await another(first);
  await page.reload();
  await row(second).waitFor(WAIT);
  await row(first).click();
  await expect.poll(() => told().locator('.story').textContent(), WAIT).toBe(text);
  await page.goBack();
  await expect.poll(() => shownId(page), WAIT).toBe(second);
  await page.goForward();
  await expect.poll(() => told().locator('.story').textContent(), WAIT).toBe(text);

  await button(story.keep).click();
  await page.getByLabel(story.keepTitle).waitFor();
  // a press beside the panel closes it, and goes on where it was made
  await field().click();
  await expect.poll(() => page.getByLabel(story.keepTitle).count()).toBe(0);
  await expect.poll(() => field().evaluate((line) => line === document.activeElement)).toBe(true);
  await button(story.keep).click();
  await page.getByLabel(story.keepTitle).fill('Of mice');
  await page.getByLabel(story.keepTitle).press('Enter');
  await button(story.keptAlready).waitFor();
  await show(story.shownKept);
  await expect.poll(() => page.locator('.history li').count(), WAIT).toBe(1);
  await row(first).getByText('Of mice').waitFor();

  const [from, to] = await Promise.all([1, 4].map((at) => told().locator(`[data-i="${at}"]`).boundingBox()));
  await page.mouse.move(from!.x + 1, from!.y + from!.height / 2);
  await page.mouse.down();
  await page.mouse.move(to!.x + to!.width - 1, to!.y + to!.height / 2, { steps: 5 });
  await page.mouse.up();
  await button(story.keepPassage).click();
  await show(story.shownPassages);
  const passage = passageLink();
  await passage.waitFor();
  const kept = (await passage.locator('.name').textContent())!;
  expect(text.toLowerCase()).toContain(kept.toLowerCase());

  await field().fill(LINE);
  const draft = join(studio.workspace, 'draft.json');
  await expect.poll(() => existsSync(draft) && readFileSync(draft, 'utf8'), WAIT).toContain(LINE);
  await studio.kill();
  await studio.serve();
  page = await studio.page();
  await goTo(page, 'story');
  await expect.poll(() => field().inputValue(), WAIT).toBe(LINE);
  await row(second).waitFor();
  await show(story.shownPassages);
  await passageLink().click();
  await expect.poll(() => shownId(page), WAIT).toBe(first);
  await expect.poll(() => page.evaluate(() => getSelection()?.toString().trim()), WAIT).toBe(kept);
  expect(studio.complaints(/WebSocket|ERR_CONNECTION_(REFUSED|RESET)/)).toEqual([]);
});
