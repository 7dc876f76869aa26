import { expect, onTestFinished, test } from 'vitest';
import { english } from '../../messages/said.ts';
import { BrowserHost } from '../browser-host.ts';
import { goTo } from '../drop.ts';

test('when the server dies the page says so, and finds everything again when it is back', async () => {
  const studio = await BrowserHost.open();
  onTestFinished(() => studio.close());
  const page = await studio.page();
  await goTo(page, 'library');
  await page.getByText('Belling the Cat').first().waitFor();
  await studio.kill();
  await page
    .getByText(english({ code: 'connection-lost', values: {} }).message)
    .first()
    .waitFor({ timeout: 30_000 });
  await studio.serve();
  const again = await studio.page();
  await again.getByText('Belling the Cat').first().waitFor();
  expect(studio.complaints(/WebSocket|ERR_CONNECTION_(REFUSED|RESET)/)).toEqual([]);
});
