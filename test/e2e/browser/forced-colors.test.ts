import { expect, onTestFinished, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { library } from '../../../electron/messages/en/page/library.ts';
import { BrowserHost } from '../browser-host.ts';
import { goTo } from '../drop.ts';

const WAIT = { timeout: 60_000 };

/** Whether something looks otherwise once it was acted on; the focus, with its ring, is on it before and after. */
async function shows(thing: Locator, key: string): Promise<boolean> {
  await thing.focus();
  const before = await thing.screenshot();
  await thing.press(key);
  return !before.equals(await thing.screenshot());
}

const ground = (thing: Locator) => thing.evaluate((node) => getComputedStyle(node).backgroundColor);

/** What is chosen among things of one kind stands out from the others by its ground. */
async function standsOut(page: Page, kind: string, chosen: string): Promise<boolean> {
  const [one, other] = [page.locator(`${kind}${chosen}`).first(), page.locator(`${kind}:not(${chosen})`).first()];
  await one.waitFor(WAIT);
  return (await ground(one)) !== (await ground(other));
}

test('in the colours of high contrast, what is chosen stands out and what is set is seen', async () => {
  const studio = await BrowserHost.open();
  onTestFinished(() => studio.close());
  const page = await studio.page();
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });

  await page.getByText(library.seeSamples).click();
  await page.getByRole('slider', { name: library.vocabularySize }).waitFor(WAIT);
  expect(await standsOut(page, '.segments > *', '[aria-checked="true"]'), 'segments').toBe(true);
  expect(await standsOut(page, '.rail a', '[aria-current]'), 'the room').toBe(true);
  expect(await standsOut(page, '.list > li > a', '[aria-current]'), 'the text').toBe(true);
  expect(await shows(page.getByRole('slider', { name: library.vocabularySize }), 'Home'), 'a slider').toBe(true);
  expect(await shows(page.getByRole('checkbox', { name: library.lowercase }), 'Space'), 'a check').toBe(true);

  await goTo(page, 'workshop');
  const all = page.locator('aside.settings input[role=switch]');
  await all.waitFor(WAIT);
  expect(await shows(all, 'Space'), 'a switch').toBe(true);
});
