import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { clippedOn } from '../tools/page-clipped.mjs';
import { troubleOf } from '../tools/page-trouble.mjs';
import { goTo } from './drop.ts';
import type { Scheme, Size } from './host.ts';
import { RealStudio } from './studio.ts';

// An odd number of them: at the next size each is seen in the other scheme.
const ROOMS = ['library', 'workshop', 'shelf', 'story', 'machine'];
const USUAL = { width: 1280, height: 800 };
const SIZES = [{ width: 900, height: 600 }, USUAL, { width: 3840, height: 2160 }];
/** What axe-core finds at the other sizes lies in the document, which is the same in both hosts. */
const isForAxe = (size: Size) => size === USUAL || inject('host') === 'browser';

let studio: RealStudio;
beforeAll(async () => {
  studio = await RealStudio.open({ native: true });
});
afterAll(() => studio?.close());

/** By turns, so that every room is seen in both, and at every size in both by one language or the other. */
const TURNS: Record<string, Scheme[]> = { 'en-US': ['light', 'dark'], 'zh-CN': ['dark', 'light'] };

test.each(Object.keys(TURNS))('every room in %s has no violation, no clipped text, no complaint', async (locale) => {
  const page = await studio.page({ locale });
  expect(await page.getAttribute('html', 'lang')).toBe(locale === 'zh-CN' ? 'zh-Hans' : 'en');
  // drawn for the first time in the scheme that its turns begin with
  await studio.changeOver(page, TURNS[locale][0]);
  await page.reload();
  const looks = SIZES.flatMap((size) => ROOMS.map((room) => ({ size, room })));
  for (const [turn, { size, room }] of looks.entries()) {
    const scheme = TURNS[locale][turn % 2];
    await studio.resize(page, size);
    await studio.changeOver(page, scheme);
    await goTo(page, room);
    await page.waitForSelector(`html[data-theme="${scheme}"] nav a[aria-current="page"][href^="#/${room}"]`);
    // A room is drawn piece by piece: what is wrong with it once it stands stays wrong.
    const message = `${room} at ${size.width}x${size.height} in ${scheme}`;
    const look = isForAxe(size) ? troubleOf : clippedOn;
    await expect.poll(() => look(page), { timeout: 20_000, interval: 250, message }).toEqual([]);
  }
  expect(studio.complaints()).toEqual([]);
  await page.context().close();
});
