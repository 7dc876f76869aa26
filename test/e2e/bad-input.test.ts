import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { message as phrase } from '../../electron/contract/message.ts';
import { english } from '../messages/said.ts';
import { hyperparameterLabel } from '../../electron/messages/en/hyperparameters.ts';
import { common } from '../../electron/messages/en/page/common.ts';
import { machine } from '../../electron/messages/en/page/machine.ts';
import { shelf } from '../../electron/messages/en/page/shelf.ts';
import { story } from '../../electron/messages/en/page/story.ts';
import { workshop } from '../../electron/messages/en/page/workshop.ts';
import { drop, dropText, goTo, knob, showAllSettings } from './drop.ts';
import { RealStudio } from './studio.ts';

const FOX = 'The fox saw the crow . The crow held the cheese . The fox praised the crow . The crow sang . '.repeat(12);

let studio: RealStudio;
let page: Page;
let fox: string;
let model: string;

const button = (name: string | RegExp) => page.getByRole('button', { name });
const train = () => button(new RegExp(`^${workshop.train}`));
const says = (sentence: string | RegExp) => page.getByText(sentence).first().waitFor({ timeout: 30_000 });
/** What the workspace holds of a kind; a refused thing leaves nothing there. */
const kept = (kind: 'corpora' | 'models' | 'runs') => readdirSync(join(studio.workspace, kind)).sort();

beforeAll(async () => {
  studio = await RealStudio.open();
  page = await studio.page();
  fox = await dropText(page, studio.file('fox.txt', FOX));
  await goTo(page, `workshop?corpus=${fox}`);
  await (await knob(page, 'steps')).fill('20');
  await train().click();
  await page.getByRole('link', { name: workshop.tell }).waitFor({ timeout: 120_000 });
  [model] = kept('models').filter((name) => name.startsWith('fox'));
});
afterAll(() => studio?.close());

describe('the Library', () => {
  test.each([
    ['empty.txt', Buffer.alloc(0), 'text-empty'],
    ['photo.txt', Buffer.from(Array.from({ length: 4000 }, (_, i) => ((i * 7919) % 256) & 0x1f)), 'text-binary'],
  ] as const)('keeps %s out, with the reason', async (name, bytes, code) => {
    const before = kept('corpora');
    await goTo(page, 'machine');
    await drop(page, studio.file(name, bytes));
    await says(english({ code, values: { name } }).message.split(/[:.]/)[0]);
    expect(kept('corpora')).toEqual(before);
  });
});

describe('the Workshop', () => {
  const units = () => page.getByRole('spinbutton', { name: hyperparameterLabel.units, exact: true });

  test('does not begin with a setting out of its range, and Esc takes that back', async () => {
    await goTo(page, `workshop?corpus=${fox}`);
    await showAllSettings(page);
    const proposed = await units().inputValue();
    await units().fill('9999');
    const range = phrase('phrases.range-between', { minimum: 1, maximum: 4096 });
    await says(english({ code: 'setting-range', values: { name: 'Units', value: '9999', range } }).message);
    expect(await train().isDisabled()).toBe(true);
    await units().press('Escape');
    await expect.poll(() => train().isEnabled()).toBe(true);
    expect(await units().inputValue()).toBe(proposed);
  });

  test('does not begin what cannot fit into memory', async () => {
    await goTo(page, `workshop?corpus=${fox}`);
    for (const [name, most] of Object.entries({ layers: '4', units: '4096', windowLength: '64', batchSize: '4096' }))
      await page.locator(`#knob-${name}`).fill(most);
    await says(new RegExp(english({ code: 'memory-short', values: {} }).message.split('{')[0]));
    expect(await train().isDisabled()).toBe(true);
    await button(common.reset).click();
    await expect.poll(() => train().isEnabled()).toBe(true);
  });

  test('says that a text is too short for its window; texts, runs and models stay', async () => {
    const corpus = await dropText(page, studio.file('short.txt', 'The mice ran away . The cat slept .'));
    const [corpora, runs, models] = [kept('corpora'), kept('runs'), kept('models')];
    await goTo(page, `workshop?corpus=${corpus}`);
    await page.locator('#knob-windowLength').fill('64');
    await train().click();
    await says(english({ code: 'text-too-short', values: { symbols: 9, needed: 65 } }).message);
    expect(kept('corpora')).toEqual(corpora);
    expect(kept('runs')).toEqual(expect.arrayContaining(runs));
    expect(kept('models')).toEqual(models);
  });
});

describe('the Shelf', () => {
  const files = () => {
    const folder = join(studio.workspace, 'models', model);
    return Object.fromEntries(
      readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
    );
  };
  const withWeights = (change: (weights: Uint8Array) => Uint8Array) => {
    const all = files();
    return zipSync({ ...all, 'weights.bin': change(all['weights.bin']) });
  };
  const archives = {
    'letter.zip': { make: () => Buffer.from('Dear mice'), code: 'not-a-model' },
    'photos.zip': { make: () => zipSync({ 'a.jpg': new Uint8Array(9) }), code: 'not-a-model' },
    'bent.aesop': { make: () => withWeights((weights) => weights.with(7, weights[7] ^ 255)), code: 'model-damaged' },
    'cut.aesop': { make: () => withWeights((weights) => weights.slice(0, -8)), code: 'model-truncated' },
  } as const;

  test.each(Object.keys(archives) as (keyof typeof archives)[])('takes no model out of %s', async (name) => {
    const { make, code } = archives[name];
    const before = kept('models');
    await goTo(page, 'shelf');
    await studio.choosing(page, studio.file(name, make()), () => button(shelf.import).click());
    const { message } = english({ code, values: { name, id: name, file: 'weights.bin' } });
    await says(message.split('{')[0]);
    await button(common.close).first().click();
    expect(kept('models')).toEqual(before);
    await page.getByRole('heading', { level: 2, name: 'fox' }).waitFor();
  });
});

describe('the Story room', () => {
  const line = () => page.getByLabel(story.firstLine, { exact: true });
  const tell = () => button(new RegExp(`^${story.tell}$`));
  const told = () => page.getByRole('region', { name: story.page, exact: true });

  test('keeps a word that the model does not know, says how it is read, and reads it as another on wish', async () => {
    await goTo(page, `story?model=${model}`);
    await line().fill('The foxx');
    await expect.poll(() => page.locator('.mirror .unknown').allTextContents()).toEqual(['foxx']);
    await tell().click();
    await button(story.keep).waitFor({ timeout: 60_000 });
    expect(await told().locator('.given').textContent()).toBe('The foxx');
    await expect.poll(() => told().locator('.given .unknown').allTextContents()).toEqual(['foxx']);
    await button(/^foxx/).click();
    const choices = page.getByRole('dialog').last();
    await choices.getByText('foxx').first().waitFor();
    await choices.getByRole('button', { name: /^fox(?!x)/ }).click();
    await button(/^foxx.*“fox”/).waitFor();
    expect(await line().inputValue()).toBe('The foxx');
    await tell().click();
    await expect.poll(() => told().locator('.given').textContent(), { timeout: 60_000 }).toBe('The foxx');
    await button(story.keep).waitFor({ timeout: 60_000 });
  });

  test('tells nothing from an empty first line; the story told stays', async () => {
    const before = await told().textContent();
    await line().fill('  ');
    await expect.poll(() => tell().isDisabled()).toBe(true);
    await line().press('Enter');
    expect(await told().textContent()).toBe(before);
  });
});

test('the Machine says that its measuring was cut off, and measures again', async () => {
  await goTo(page, 'machine');
  const measure = button(new RegExp(`^${machine.measure}`));
  await expect.poll(() => measure.isEnabled()).toBe(true);
  const workers = await studio.workers('assist');
  expect(workers).not.toEqual([]);
  for (const worker of workers) process.kill(worker, 'SIGSTOP');
  await measure.click();
  await says(machine.measuring);
  // The page says so before a worker has the work: whichever gets it in the end is killed.
  const cutOff = page.getByText(english({ code: 'helper-died', values: { reason: '' } }).message.split('(')[0]);
  const killed = async () => {
    for (const worker of await studio.workers('assist')) process.kill(worker, 'SIGKILL');
    return cutOff.isVisible();
  };
  await expect.poll(() => killed().catch(() => false), { timeout: 30_000, interval: 100 }).toBe(true);
  await measure.click();
  await button(machine.measureAgain).waitFor({ timeout: 60_000 });
  expect(studio.complaints()).toEqual([]);
});
