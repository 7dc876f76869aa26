import { chromium } from 'playwright-core';
import { browserHere, reasonAgainstBrowser } from '../../build/setup/tests/browser.mjs';

/** With these it runs without a display and as root, and asks nothing of the network. */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser of this machine. @throws where there is none, with what to do */
export async function launchChromium() {
  const executablePath = browserHere();
  if (!executablePath) throw new Error(reasonAgainstBrowser());
  return chromium.launch({ executablePath, args: SWITCHES });
}
