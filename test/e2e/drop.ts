import type { Locator, Page } from 'playwright-core';
import { drop } from '../tools/drop-file.mjs';

export { drop };

/** The id of what the room shows. */
export const shownId = (page: Page): string =>
  decodeURIComponent(new URL(page.url()).hash.split('/')[2]?.split('?')[0] ?? '');

/** Drops a text that is not there yet and waits until the Library shows it. @returns the id of its corpus */
export async function dropText(page: Page, path: string): Promise<string> {
  const before = page.url();
  await drop(page, path);
  // a text that is open stays so until the new one is read
  await page.waitForURL((url) => url.href !== before && /^#\/library\/.+/.test(url.hash), { timeout: 60_000 });
  return shownId(page);
}

/** Drops files and folders as they come from the system's own windows: only so does a page see what is in a folder. */
export async function dropFromDisk(page: Page, files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  await session.detach();
}

/** Shows every setting of a new training in the Workshop, not the three plain choices. */
export const showAllSettings = (page: Page): Promise<void> => page.locator('aside.settings input[role=switch]').check();

/** The field of a setting in the Workshop, unfolded where it is not. */
export async function knob(page: Page, name: string): Promise<Locator> {
  await showAllSettings(page);
  const field = page.locator(`#knob-${name}`);
  await field.waitFor({ state: 'attached' });
  if (!(await field.isVisible())) await page.locator(`details:has(#knob-${name}) > summary`).click();
  return field;
}

/** Opens a room, and a thing in it. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), `#/${place}`);
}
