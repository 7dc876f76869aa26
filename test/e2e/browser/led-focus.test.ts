import { expect, onTestFinished, test } from 'vitest';
import { BrowserHost } from '../browser-host.ts';

const WAIT = { timeout: 60_000 };

test('keys that come to a room by its shortcut are at something that is seen', async () => {
  const studio = await BrowserHost.open();
  onTestFinished(() => studio.close());
  const page = await studio.page();
  const boxOfFocus = () =>
    page.evaluate(() => {
      const [one] = [document.activeElement].filter((element) => element?.matches('main *'));
      const { width = 0, height = 0 } = one?.getBoundingClientRect() ?? {};
      return Math.min(width, height);
    });
  for (const [key, room] of [...['library', 'workshop', 'shelf', 'story', 'machine'].entries()].toReversed()) {
    // goes with the room that is left
    await page.locator('main :is(a, button, input):visible').first().focus();
    await page.keyboard.press(`Control+${key + 1}`);
    await expect.poll(() => page.url(), { ...WAIT, message: room }).toContain(`#/${room}`);
    await expect.poll(boxOfFocus, { ...WAIT, message: room }).toBeGreaterThan(14);
  }
});
