import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { booklet } from '../../../electron/messages/en/page/booklet.ts';
import { story } from '../../../electron/messages/en/page/story.ts';
import { read } from '../../engine/documents/read.ts';
import { frozen, versions } from '../../fixtures/frozen.ts';
import { BrowserHost } from '../browser-host.ts';
import { goTo, shownId } from '../drop.ts';

const WAIT = { timeout: 60_000 };

test('a kept story becomes a booklet, which survives a reload and is saved as it stands', async () => {
  const studio = await BrowserHost.open();
  onTestFinished(() => studio.close());
  const { workspace, expected } = frozen(versions[0]);
  const { model } = expected.told;
  cpSync(join(workspace, 'models', model), join(studio.workspace, 'models', model), { recursive: true });
  const page: Page = await studio.page();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await goTo(page, `story?model=${model}`);
  await page.getByLabel(story.firstLine, { exact: true }).fill('the mice');
  await button(story.tell).click();
  await expect.poll(() => shownId(page), WAIT).not.toBe('');

  await page.locator('.history li').hover();
  await page.locator('.history li .more').click();
  await page.getByRole('menuitem', { name: booklet.into, exact: true }).click();
  await button('Add 1 piece').click();
  await page.getByLabel(booklet.title, { exact: true }).fill('Of mice & bells');
  const text = page.getByLabel('Text of piece 1', { exact: true });
  expect(await text.inputValue()).toMatch(/^the mice./i);
  await text.fill('Long ago,\nthe mice had <a> council.');
  // at once, before the writing pauses
  await page.reload();
  await expect.poll(() => text.inputValue(), WAIT).toBe('Long ago,\nthe mice had <a> council.');
  await page.getByLabel(booklet.heading, { exact: true }).fill('');

  for (const name of [booklet.saveDocx, booklet.saveEpub]) {
    await button(booklet.save).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('menuitem', { name, exact: true }).click();
    const file = await (await coming).path();
    const { text: saved } = await read({ holds: readFileSync(file) });
    const lines = saved.split('\n').filter((line) => line.trim());
    expect(lines.slice(0, 3)).toEqual(['Of mice & bells', 'Long ago,', 'the mice had <a> council.']);
    expect(lines[3]).toContain('Seed');
  }
});
