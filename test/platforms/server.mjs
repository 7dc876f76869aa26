import assert from 'node:assert/strict';
import { launchChromium } from '../tools/chromium.mjs';
import { until } from './program.mjs';

/**
 * The studio of the other system, in a browser of this one: the page opens and the machine's room names TensorFlow.
 * @param {import('./program.mjs').Program} program
 */
export async function checkServer(program) {
  const browser = await launchChromium();
  const { end, finished, objects } = program.begin('serve');
  try {
    const { url } = await until('the address', () => objects().find(({ type }) => type === 'serving'));
    const page = await browser.newPage();
    await page.goto(url);
    await page.goto(new URL('#/machine', page.url()).href);
    await page
      .getByText(/TensorFlow 2\.\d+/)
      .first()
      .waitFor({ timeout: 240_000 });
    const title = await page.title();
    assert.notEqual(title, '');
    return { title };
  } finally {
    await browser.close();
    end('SIGTERM');
    await finished;
  }
}
