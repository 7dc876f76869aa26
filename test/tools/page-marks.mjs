// The marks that a page and its studio are held against: marks.mjs shows what they come to, the spec fails above them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const MARKS = { scriptBytes: 300_000, firstView: 1000, firstReport: 3000, longestTask: 50, idleShare: 0.01 };

/**
 * All scripts that a page can load, gzipped: of the languages the longest one alone.
 * @param {string} assets @returns {number} bytes
 */
export function scriptBytes(assets) {
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  /** @param {string} name */
  const bytes = (name) => gzipSync(readFileSync(join(assets, name))).length;
  /** @param {string} name */
  const isLanguage = (name) => name.startsWith('language-');
  const others = scripts.filter((name) => !isLanguage(name)).reduce((sum, name) => sum + bytes(name), 0);
  return others + Math.max(...scripts.filter(isLanguage).map(bytes));
}

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
