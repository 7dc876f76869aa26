import { basename, join } from 'node:path';
import { filesUnder, readJson, ROOT } from '../setup/files.mjs';
import { bundledList } from '../vite.node.mjs';

/**
 * @typedef {object} Shipped a package of others that goes along in ours
 * @property {string} name
 * @property {string} version
 * @property {string} folder under the root, as the lock file names it
 */

const DIST = join(ROOT, 'dist');

/** @param {string} folder of the lock file */
const nameOf = (folder) => folder.split('node_modules/').pop() ?? '';

/** @returns {{ name: string, version: string }[]} what the bundler says lies inside the files of dist/ */
function bundled() {
  const lists = ['electron', 'renderer', 'storyteller'].flatMap((part) =>
    filesUnder(join(DIST, part)).map((file) => join(part, file)),
  );
  return lists.filter((file) => bundledList.pattern.test(basename(file))).flatMap((file) => readJson(join(DIST, file)));
}

/**
 * Every package that the app ships: those that lie in it as they are, those inside the bundles, and the fonts, which the
 * bundler does not count. The programs must be built.
 * @returns {Shipped[]} by name
 */
export function shippedPackages() {
  /** @type {[string, { version: string, dev?: boolean, devOptional?: boolean }][]} */
  const locked = Object.entries(readJson(join(ROOT, 'package-lock.json')).packages).filter(([folder]) => folder);
  const inside = new Set(bundled().map(({ name, version }) => `${name}@${version}`));
  if (inside.size === 0) throw new Error('The programs are not built. Run `npm run build` and try again.');
  return locked
    .map(([folder, { version, dev, devOptional }]) => ({
      name: nameOf(folder),
      version,
      folder,
      asIs: !dev && !devOptional,
    }))
    .filter(({ name, version, asIs }) => asIs || inside.has(`${name}@${version}`) || name.startsWith('@fontsource'))
    .map(({ name, version, folder }) => ({ name, version, folder }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.folder.localeCompare(b.folder, 'en'));
}
