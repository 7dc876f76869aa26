import type { Page } from 'playwright-core';

/** Drops a file of the disk on the window as a person would: only such a one has a path for the preload. */
export async function drop(page: Page, path: string): Promise<void> {
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'dropped' })),
  );
  await page.setInputFiles('#dropped', path);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropped');
    const dataTransfer = new DataTransfer();
    for (const file of input?.files ?? []) dataTransfer.items.add(file);
    input?.remove();
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
}

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
