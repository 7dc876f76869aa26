import { pathToFileURL } from 'node:url';
import { launchChromium } from './chromium.mjs';

/** How many symbols a second each page that a model left as tells, greedily, in the browser of this machine: its best of three. */
const browser = await launchChromium();
for (const file of process.argv.slice(2)) {
  const page = await browser.newPage({ locale: 'en-US', offline: true });
  await page.goto(pathToFileURL(file).href);
  await page.getByRole('radio', { name: 'Article' }).click();
  let best = 0;
  for (let time = 0; time < 3; time++) {
    await page.getByRole('button', { name: 'Tell', exact: true }).click();
    await page.locator('.told .acts').waitFor({ timeout: 120_000 });
    const said = await page.locator('.told .says').innerText();
    best = Math.max(best, Number(/([\d,.]+) a second/.exec(said)?.[1].replaceAll(',', '')));
  }
  console.log(`${best} symbols a second  ${file}`);
  await page.close();
}
await browser.close();
