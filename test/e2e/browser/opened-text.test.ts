import { afterAll, beforeAll, expect, test } from 'vitest';
import { shownId } from '../drop.ts';
import { BrowserHost } from '../browser-host.ts';

let studio: BrowserHost;
beforeAll(async () => {
  studio = await BrowserHost.open((host) => [
    host.file('The Heron.txt', 'A heron stood in the pond and waited for the day. '.repeat(20)),
  ]);
});
afterAll(() => studio?.close());

test('a text that the studio was started with is read by the first page, and stays where it was', async () => {
  const page = await studio.page();
  await page
    .getByRole('link', { name: /The Heron/ })
    .first()
    .waitFor({ timeout: 20_000 });
  // it is what the person came for, not the sample that the Library begins with
  await page.getByRole('heading', { level: 2, name: 'The Heron' }).waitFor();
  expect(shownId(page)).toMatch(/^the-heron-/);
  const other = await studio.another(page);
  await other
    .getByRole('link', { name: /The Heron/ })
    .first()
    .waitFor();
  expect(await other.getByRole('link', { name: /The Heron/ }).count()).toBe(1);
});
