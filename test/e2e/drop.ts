import type { Page } from 'playwright-core';

/** Drops a file on the window as a person would, and waits until the Library shows the corpus. @returns its id */
export async function dropText(page: Page, name: string, bytes: Uint8Array): Promise<string> {
  const transfer = await page.evaluateHandle(
    ([file, base64]) => {
      const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const dropped = new DataTransfer();
      dropped.items.add(new File([data], file, { type: 'text/plain' }));
      return dropped;
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await page.waitForURL(/#\/library\/.+/, { timeout: 60_000 });
  return decodeURIComponent(new URL(page.url()).hash.split('/')[2].split('?')[0]);
}

/** Opens a room, and a thing in it. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), `#/${place}`);
}
