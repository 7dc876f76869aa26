import { reasonAgainstBrowser } from '../../build/setup/tests/browser.mjs';
import { reasonAgainstElectron } from '../electron/here.mjs';

/** Says once in which hosts the specs are not run, and why. */
export default function sayHosts(): void {
  const reasons = { 'a browser': reasonAgainstBrowser(), Electron: reasonAgainstElectron() };
  for (const [host, reason] of Object.entries(reasons))
    if (reason) process.stdout.write(`The e2e specs are skipped in ${host}: ${reason}.\n`);
}
