import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { english } from '../messages/said.ts';
import { workshop } from '../../electron/messages/en/page/workshop.ts';
import { dropText, goTo, showAllSettings } from './drop.ts';
import { RealStudio } from './studio.ts';

const FABLE = readFileSync(new URL('../../resources/corpora/belling-the-cat.txt', import.meta.url), 'utf8');

let studio: RealStudio;
beforeAll(async () => {
  studio = await RealStudio.open();
});
afterAll(() => studio?.close());

test('a training is seen by two pages, lives through a reload, and a killed worker can be resumed; what is paused is kept as a model', async () => {
  const page = await studio.page();
  const corpus = await dropText(page, studio.file('long.txt', `again ${FABLE}`.repeat(3)));
  await goTo(page, `workshop?corpus=${corpus}`);
  await showAllSettings(page);
  await page.getByRole('radio', { name: /Article 1×512/ }).click();
  await page.getByRole('button', { name: new RegExp(`^${workshop.train}`) }).click();
  const pause = { name: workshop.pause };
  await page.getByRole('button', pause).waitFor({ timeout: 60_000 });

  const other = await studio.another(page);
  await other.getByRole('button', pause).waitFor();
  await page.reload();
  await page.getByRole('button', pause).waitFor({ timeout: 30_000 });
  await page
    .getByText(/Step \d/)
    .first()
    .waitFor();

  const [worker] = await studio.workers('train');
  expect(worker).toBeGreaterThan(0);
  process.kill(worker, 'SIGKILL');
  // Each system has its own word for the reason, in brackets.
  const [died] = english({ code: 'worker-died', values: { reason: '' } }).message.split('(');
  for (const seen of [page, other]) await seen.getByText(died).first().waitFor({ timeout: 30_000 });
  expect(await studio.workers('train')).toEqual([]);
  await page
    .getByRole('button', { name: new RegExp(`^(${workshop.resume}|${workshop.restart})`) })
    .first()
    .click();
  await other.getByRole('button', pause).click({ timeout: 60_000 });

  await page.getByRole('button', { name: workshop.keep }).click({ timeout: 30_000 });
  for (const seen of [page, other]) await seen.getByRole('link', { name: workshop.tell }).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: workshop.resume, exact: true }).click();
  await page.getByRole('button', { name: workshop.stop }).click({ timeout: 60_000 });
  await page.getByRole('link', { name: workshop.tell }).waitFor({ timeout: 60_000 });
  expect(studio.complaints()).toEqual([]);
});
