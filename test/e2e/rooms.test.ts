import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { troubleOf } from '../tools/page-trouble.mjs';
import { goTo } from './drop.ts';
import { RealStudio } from './studio.ts';

const ROOMS = ['library', 'workshop', 'shelf', 'story', 'machine'];
const SIZES = [
  { width: 900, height: 600 },
  { width: 1280, height: 800 },
  { width: 3840, height: 2160 },
];

let studio: RealStudio;
beforeAll(async () => {
  studio = await RealStudio.open();
});
afterAll(() => studio?.close());

describe.each(['en-US', 'zh-CN'])('every room in %s', (locale) => {
  test.each(['light', 'dark'] as const)(
    'in %s has no violation, no clipped text, no complaint',
    async (colorScheme) => {
      const page = await studio.page({ locale, colorScheme });
      expect(await page.getAttribute('html', 'lang')).toBe(locale === 'zh-CN' ? 'zh-Hans' : 'en');
      for (const size of SIZES) {
        await studio.resize(page, size);
        for (const room of ROOMS) {
          await goTo(page, room);
          await page.waitForSelector(`nav a[aria-current="page"][href^="#/${room}"]`);
          // A room is drawn piece by piece: what is wrong with it once it stands stays wrong.
          const message = `${room} at ${size.width}x${size.height}`;
          await expect.poll(() => troubleOf(page), { timeout: 20_000, interval: 250, message }).toEqual([]);
        }
      }
      expect(studio.complaints()).toEqual([]);
      await page.context().close();
    },
  );
});
