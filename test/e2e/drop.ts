import type { Page } from 'playwright-core';
import { drop } from '../tools/drop-file.mjs';

export { drop };

/** Drops a text and waits until the Library shows it. @returns the id of its corpus */
export async function dropText(page: Page, path: string): Promise<string> {
  await drop(page, path);
  await page.waitForURL(/#\/library\/.+/, { timeout: 60_000 });
  return decodeURIComponent(new URL(page.url()).hash.split('/')[2].split('?')[0]);
}

/** Opens a room, and a thing in it. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), `#/${place}`);
}
