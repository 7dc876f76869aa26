/**
 * Drops a file of the disk on the window as a person would: only such a one has a path for the preload.
 * @param {import('playwright-core').Page} page @param {string} path
 */
export async function drop(page, path) {
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'dropped' })),
  );
  await page.setInputFiles('#dropped', path);
  await page.evaluate(() => {
    const input = /** @type {HTMLInputElement | null} */ (document.querySelector('#dropped'));
    const dataTransfer = new DataTransfer();
    for (const file of input?.files ?? []) dataTransfer.items.add(file);
    input?.remove();
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
}
