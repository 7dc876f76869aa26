import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs in the page: texts cut off or spilling, a page wider than its window, targets too small to hit. */
function findClipped() {
  /** @type {string[]} */
  const found = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page is wider than the window');
  for (const element of document.querySelectorAll('.frame *')) {
    if (element.closest('[hidden], svg, canvas, .sr, .log, [data-may-scroll]') || !element.getClientRects().length)
      continue;
    const style = getComputedStyle(element);
    const wide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
    const what = `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    if (
      wide &&
      style.overflowX !== 'visible' &&
      style.display !== 'inline' &&
      !element.matches('.clip, input, select, textarea')
    )
      found.push(`clipped: ${what}`);
    if (element.matches('button, a, select, summary') && style.display !== 'inline') {
      const { width, height } = element.getBoundingClientRect();
      if ((height < 24 || width < 20) && !element.closest('.stepper, p, td, th'))
        found.push(`small: ${what} ${width | 0}x${height | 0}`);
      if (wide && style.overflowX === 'visible') found.push(`spills: ${what}`);
    }
  }
  return found.slice(0, 8);
}

/**
 * What is wrong with the page as it stands: clipped text, small targets, axe-core's violations.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
export async function troubleOf(page) {
  // The policy lets no script in but the page's own; the debugger's is let.
  /** @type {import('axe-core').AxeResults} */
  const { violations } = await page.evaluate(
    `(() => { ${axe}; return window.axe.run({ resultTypes: ['violations'] }); })()`,
  );
  const told = violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map(({ html, any, failureSummary }) => {
      return `${html.slice(0, 110)} | ${any[0]?.message ?? failureSummary?.slice(0, 140)}`;
    });
    return `axe ${id}: ${places.join('\n      ')}`;
  });
  return [...(await page.evaluate(findClipped)), ...told];
}
