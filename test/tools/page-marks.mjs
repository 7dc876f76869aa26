// The marks that a page and its studio are held against: marks.mjs shows what they come to, the spec fails above them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const MARKS = {
  scriptBytes: 200_000,
  firstView: 1000,
  firstReport: 3000,
  longestTask: 50,
  keep: 100,
  idleShare: 0.01,
};

/**
 * Scripts as they travel, gzipped.
 * @param {string} assets the folder they lie in @param {readonly string[]} names @returns {number} bytes
 */
export const scriptBytes = (assets, names) =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0);

/** The scripts that a page has loaded so far. @param {import('playwright-core').Page} page */
export const loadedScripts = (page) =>
  page.evaluate(() => {
    const names = performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop() ?? '');
    return [...new Set(names.filter((name) => name.endsWith('.js')))];
  });

/** All that a page can load. @param {string} assets */
export const allScripts = (assets) => readdirSync(assets).filter((name) => name.endsWith('.js'));

/** The loss in the head of a run that is under way. @param {import('playwright-core').Page} page */
export const firstReport = (page) =>
  page.waitForFunction(
    () => {
      const loss = document.querySelector('dl.strip dd')?.textContent ?? '';
      return location.hash.startsWith('#/workshop/') && /\d/.test(loss);
    },
    undefined,
    { timeout: 120_000 },
  );
