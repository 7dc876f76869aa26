import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { clippedOn } from './page-clipped.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What is wrong with the page as it stands: clipped text, small targets, axe-core's violations.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
export async function troubleOf(page) {
  // The policy lets no script in but the page's own; the debugger's is let.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  /** @type {import('axe-core').AxeResults} */
  const { violations } = await page.evaluate("window.axe.run({ resultTypes: ['violations'] })");
  const told = violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map(({ html, any, failureSummary }) => {
      return `${html.slice(0, 110)} | ${any[0]?.message ?? failureSummary?.slice(0, 140)}`;
    });
    return `axe ${id}: ${places.join('\n      ')}`;
  });
  return [...(await clippedOn(page)), ...told];
}
