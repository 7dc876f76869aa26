import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { report } from '../../renderer/fixtures/runs.ts';
import { troubleOf } from '../../tools/page-trouble.mjs';
import { writtenReport } from '../../worker/models/report/leaving-run.ts';
import { borrowBrowser } from '../shared-browser.ts';

/** The report of a run, opened from a disk by a browser that runs no script. */
let browser: Browser;
beforeAll(async () => {
  const { browser: here, closePages } = await borrowBrowser();
  browser = here;
  return closePages;
});

let errors: string[] = [];
async function opened(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  errors = [];
  const context = await browser.newContext({ offline: true, javaScriptEnabled: false, ...options });
  const page = await context.newPage();
  page.on('console', (message) => errors.push(message.text()));
  await page.goto(pathToFileURL(path).href);
  return page;
}

test('needs no script: its text is read, its curves are seen, its figures fold out', async () => {
  const path = await writtenReport();
  const page = await opened(path, { viewport: { width: 1280, height: 800 } });
  await page.getByRole('heading', { name: 'Shakespeare, 2×400' }).waitFor();
  const chart = page.getByRole('img', { name: 'Loss and perplexity by step' });
  expect(await chart.count()).toBe(1);
  expect((await chart.boundingBox())!.width).toBeGreaterThan(600);
  await page.getByText('The curves in figures').click();
  await page.getByRole('rowheader', { name: '12,400' }).waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});

test('a point that stands alone is a whole dot, also where its line is dashed', async () => {
  const only = [{ ...report(0, 1300) }, { ...report(650, 1300), validationLoss: null }];
  const page = await opened(await writtenReport({ reports: only, run: { step: 1300 } }), { javaScriptEnabled: true });
  const dot = page.locator('svg.of-720 circle.validation').first();
  const [dashes, filled] = await dot.evaluate((own) => {
    const { strokeDasharray, fill } = getComputedStyle(own);
    return [strokeDasharray, fill];
  });
  expect([dashes, filled]).toEqual(['none', await dot.evaluate((own) => getComputedStyle(own).stroke)]);
  await page.context().close();
});

test.each([
  ['en', 'light', 1280],
  ['zh', 'dark', 1280],
  ['zh', 'light', 390],
  ['en', 'dark', 390],
] as const)('in %s, %s, %i wide nothing is wrong with it', async (language, colorScheme, width) => {
  // axe-core is let in past the policy by the debugger, which needs scripts to be on; the page has none of its own
  const options = { javaScriptEnabled: true, colorScheme, viewport: { width, height: 844 } };
  const page = await opened(await writtenReport({ language }), options);
  expect(await troubleOf(page)).toEqual([]);
  const paper = await page.evaluate('getComputedStyle(document.body).backgroundColor');
  expect(paper).toBe(colorScheme === 'dark' ? 'rgb(32, 30, 27)' : 'rgb(253, 251, 247)');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  expect(errors).toEqual([]);
  await page.context().close();
});

/** The one drawing of each figure that is shown, with the pixels of the smallest letter in it. */
const shownCharts = (page: Page) =>
  page.locator('figure').evaluateAll((figures) =>
    figures.map((figure) => {
      const shown = [...figure.querySelectorAll<SVGSVGElement>(':scope > svg')].filter((svg) => svg.checkVisibility());
      const sizes = shown.flatMap((svg) => {
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        return [...svg.querySelectorAll('text')].map((text) => parseFloat(getComputedStyle(text).fontSize) * scale);
      });
      return { charts: shown.length, smallest: Math.min(...sizes), largest: Math.max(...sizes) };
    }),
  );

test('the letters of its charts are read at every width, on paper too', async () => {
  const page = await opened(await writtenReport(), { javaScriptEnabled: true });
  const A4 = 658;
  for (const [width, media] of [
    ...[1280, 776, 760, 700, 640, 601, 600, 540, 480, 414, 390, 360, 320].map((width) => [width, 'screen'] as const),
    [A4, 'print'] as const,
  ]) {
    await page.emulateMedia({ media });
    await page.setViewportSize({ width, height: 800 });
    const charts = await shownCharts(page);
    expect(charts.map(({ charts }) => charts)).toEqual([1, 1]);
    for (const { smallest, largest } of charts) {
      expect(smallest, `${width} wide`).toBeGreaterThanOrEqual(11);
      expect(largest, `${width} wide`).toBeLessThan(15);
    }
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
  await page.context().close();
});

test('no script can be put into it', async () => {
  const page = await opened(await writtenReport(), { javaScriptEnabled: true });
  const title = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken"';
    document.body.append(script);
    return document.title;
  });
  expect(title).toBe('Shakespeare, 2×400 · training report');
  await page.context().close();
});

test('is printed on A4 in ink on white, also by who reads in the dark', async () => {
  const page = await opened(await writtenReport(), { javaScriptEnabled: true, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  const look = 'getComputedStyle(document.body)';
  expect(await page.evaluate(`[${look}.backgroundColor, ${look}.color]`)).toEqual([
    'rgb(255, 255, 255)',
    'rgb(33, 29, 24)',
  ]);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  await page.context().close();
});
