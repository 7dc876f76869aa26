import { expect, onTestFinished, test } from 'vitest';
import { BrowserHost } from '../browser-host.ts';

const WAIT = { timeout: 60_000 };

test('keys that come to a room by its shortcut are at something that is seen', async () => {
  const studio = await BrowserHost.open();
  onTestFinished(() => studio.close());
  const page = await studio.page();
  /** A heading that nobody sees has its ring where the name of the room is seen. */
  const isRinged = () =>
    page.evaluate(() => {
      const one = document.activeElement?.matches('main *') ? document.activeElement : null;
      const seen = one?.matches('.sr') ? document.querySelector('.crumbs b') : one;
      if (!seen) return false;
      const { width, height } = seen.getBoundingClientRect();
      return Math.min(width, height) > 10 && getComputedStyle(seen).outlineStyle === 'solid';
    });
  for (const [key, room] of [...['library', 'workshop', 'shelf', 'story', 'machine'].entries()].toReversed()) {
    // goes with the room that is left
    await page.locator('main :is(a, button, input):visible').first().focus();
    await page.keyboard.press(`Control+${key + 1}`);
    await expect.poll(() => page.url(), { ...WAIT, message: room }).toContain(`#/${room}`);
    await expect.poll(isRinged, { ...WAIT, message: room }).toBe(true);
  }
});
