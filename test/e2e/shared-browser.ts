import type { Browser } from 'playwright-core';
import { launchChromium } from '../tools/chromium.mjs';

let launched: Promise<Browser> | undefined;

/** The one browser of this process, which ends with it: a start for each file of tests took a second of processor time. */
function browserHere(): Promise<Browser> {
  launched ??= launchChromium().then((browser) => browser.once('disconnected', () => (launched = undefined)));
  return launched;
}

/** @returns the browser that the files of a process share, and what closes the pages that were opened since */
export async function borrowBrowser(): Promise<{ browser: Browser; closePages: () => Promise<void> }> {
  const browser = await browserHere();
  const before = new Set(browser.contexts());
  const closePages = async () => {
    const since = browser.contexts().filter((context) => !before.has(context));
    await Promise.all(since.map((context) => context.close()));
  };
  return { browser, closePages };
}
