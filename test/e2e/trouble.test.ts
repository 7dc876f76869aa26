import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorText } from '../../electron/contract/errors.ts';
import { workshop } from '../../renderer/messages/en/workshop.ts';
import { dropText, goTo } from './drop.ts';
import { RealStudio } from './studio.ts';

const FABLE = readFileSync(new URL('../../resources/corpora/belling-the-cat.txt', import.meta.url), 'utf8');

let studio: RealStudio;
let page: Page;
beforeAll(async () => {
  studio = await RealStudio.open();
  page = await studio.page();
});
afterAll(() => studio.close());

const button = (of: Page, name: RegExp | string) => of.getByRole('button', { name });

/** Worker processes that train under this server. */
const trainers = () =>
  execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(studio.pid)], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.endsWith('worker.js train'))
    .map((line) => Number(line.trim().split(' ')[0]));

async function startLongRun(): Promise<void> {
  const corpus = await dropText(page, 'long.txt', Buffer.from(`again ${FABLE}`.repeat(3)));
  await goTo(page, `workshop?corpus=${corpus}`);
  await button(page, /^Article 1×512/)
    .or(page.getByRole('radio', { name: /Article 1×512/ }))
    .click();
  await button(page, new RegExp(`^${workshop.train}`)).click();
  await button(page, workshop.pause).waitFor({ timeout: 60_000 });
}

test('a training is seen by two pages, lives through a reload, and a killed worker can be resumed', async () => {
  await startLongRun();
  const other = await studio.page();
  await other.goto(page.url());
  await button(other, workshop.pause).waitFor();

  await page.reload();
  await button(page, workshop.pause).waitFor({ timeout: 30_000 });
  await page
    .getByText(/Step \d/)
    .first()
    .waitFor();

  const [worker] = trainers();
  expect(worker).toBeGreaterThan(0);
  process.kill(worker, 'SIGKILL');
  const { message } = errorText('worker-died', { reason: 'signal SIGKILL' });
  for (const seen of [page, other]) await seen.getByText(message).first().waitFor({ timeout: 30_000 });
  expect(trainers()).toEqual([]);
  await button(page, new RegExp(`^(${workshop.resume}|${workshop.restart})`))
    .first()
    .click();
  await button(other, workshop.pause).waitFor({ timeout: 60_000 });
  await button(page, workshop.stop).click();
  await page.getByRole('link', { name: workshop.tell }).waitFor({ timeout: 60_000 });
  expect(studio.complaints()).toEqual([]);
});

test('an empty file and a photo stay out of the Library, with the reason', async () => {
  for (const [name, bytes, code] of [
    ['empty.txt', Buffer.alloc(0), 'text-empty'],
    ['photo.txt', Buffer.from(Array.from({ length: 4000 }, (_, i) => ((i * 7919) % 256) & 0x1f)), 'text-binary'],
  ] as const) {
    await goTo(page, 'machine');
    const dropped = dropText(page, name, bytes).catch(() => '');
    const { message } = errorText(code, { name, percent: 0 });
    const beginning = message.split(/[:.]/)[0];
    await page.getByText(beginning).first().waitFor({ timeout: 30_000 });
    void dropped;
  }
});

test('when the server dies the page says so, and finds everything again when it is back', async () => {
  await goTo(page, 'library');
  await page.getByText('Belling the Cat').first().waitFor();
  await studio.kill();
  await page
    .getByText(/connection to the studio was lost/)
    .first()
    .waitFor({ timeout: 30_000 });
  await studio.serve();
  const again = await studio.page();
  await again.getByText('Belling the Cat').first().waitFor();
  studio.complaints(/WebSocket|ERR_CONNECTION_REFUSED/);
});
