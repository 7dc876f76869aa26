import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forwardingPage } from '../../../electron/cli/verbs/open-page.ts';
import { english } from '../../messages/said.ts';
import { BrowserHost } from '../browser-host.ts';

let studio: BrowserHost;
beforeAll(async () => {
  studio = await BrowserHost.open();
});
afterAll(() => studio.close());

const isOpen = (page: Page) => page.getByText('Belling the Cat').first().waitFor({ timeout: 30_000 });

test('a file leads into the studio; reloaded, bookmarked and in a second tab it stays open', async () => {
  const context = await studio.browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  const address = await studio.address();
  await page.goto(pathToFileURL(studio.file('open.html', forwardingPage(address))).href);
  await isOpen(page);
  expect(page.url()).not.toContain('token');
  await page.reload();
  await isOpen(page);
  const second = await context.newPage();
  await second.goto(`${new URL(address).origin}/#/library`);
  await isOpen(second);
  await second.goto(address);
  await isOpen(second);
  const stranger = await (await studio.browser.newContext()).newPage();
  expect((await stranger.goto(address))?.status()).toBe(401);
  await context.close();
});

test('a server on another port is sent the cookie, and gets nothing with it', async () => {
  const page = await studio.page();
  const { origin } = new URL(page.url());
  let stolen = '';
  const thief = createServer((request, response) => {
    stolen ||= request.headers.cookie ?? '';
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>thief</title>');
  });
  await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
  const other = await page.context().newPage();
  await other.goto(`http://127.0.0.1:${(thief.address() as AddressInfo).port}/`);
  expect(stolen).toContain('aesop_');
  expect(await other.evaluate(() => localStorage.getItem('aesop.page'))).toBe(null);
  const headers = { cookie: stolen, origin };
  expect((await fetch(`${origin}/socket`, { headers })).status).toBe(401);
  expect((await fetch(`${origin}/files?name=a`, { method: 'POST', body: 'a', headers })).status).toBe(401);
  thief.close();
  await page.context().close();
});

test('a tab of a server that was started anew says what to do, and comes back with the new address', async () => {
  const page = await studio.page();
  const { port } = new URL(page.url());
  await studio.kill();
  await studio.serve(Number(port));
  await page
    .getByText(english({ code: 'key-refused', values: {} }).message)
    .first()
    .waitFor({ timeout: 30_000 });
  const again = await page.context().newPage();
  await again.goto(await studio.address());
  await isOpen(again);
  await page
    .getByText(english({ code: 'key-refused', values: {} }).message)
    .first()
    .waitFor({ state: 'detached', timeout: 30_000 });
  await isOpen(page);
});
