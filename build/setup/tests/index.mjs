import { join } from 'node:path';
import { findProgram } from '../command.mjs';
import { CACHE, readJson, writeJson } from '../files.mjs';
import { say, timed } from '../progress.mjs';
import { installPackages, rootPrefix, updateLists } from './apt.mjs';
import { installPlaywrightsChromium } from './browser.mjs';
import { words } from '../words.mjs';
import { BROWSER, missingNeeds } from './needs.mjs';

/** Says what could not be had, so that not every test run waits for it. */
const NOTE = join(CACHE, 'without-for-tests.json');
const DAY = 24 * 3600e3;

const names = () => missingNeeds().map(({ name }) => name);

/** @param {string[]} missing */
function triedLately(missing) {
  const note = readJson(NOTE);
  const same = note?.account === process.getuid?.() && `${note?.missing}` === `${missing}`;
  return same && Date.now() - note.time < DAY;
}

/** @param {string[]} prefix */
async function installMissing(prefix) {
  await updateLists(prefix);
  // One after the other: a package that this system does not have must not keep the others out.
  for (const { packages } of missingNeeds()) await installPackages(prefix, packages);
  for (const { otherwise } of missingNeeds()) if (otherwise) await installPackages(prefix, otherwise);
}

async function getTools() {
  const prefix = findProgram('apt-get') && (await rootPrefix());
  if (prefix) {
    const packages = missingNeeds().flatMap((need) => need.packages);
    await timed('tests.packages', { packages: packages.join(' ') }, () => installMissing(prefix));
  }
  if (!BROWSER.isHere()) await timed('tests.chromium', {}, () => installPlaywrightsChromium(prefix || undefined));
  const missing = missingNeeds();
  if (missing.length > 0) {
    writeJson(NOTE, { time: Date.now(), account: process.getuid?.(), missing: names() });
    const packages = missing.flatMap((need) => need.packages).join(' ');
    const said = missing.map(({ name }) => words(`needs.${name}`)).join(words('progress.comma'));
    say('tests.without', { names: said, packages });
  }
}

/** @type {import('../index.mjs').Step} what only the tests want of the machine; no other verb may install anything there */
export const testTools = {
  isNeeded: (again) => {
    const missing = names();
    return missing.length > 0 && (again || !triedLately(missing));
  },
  run: getTools,
};
