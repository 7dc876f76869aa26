// Plain JavaScript: set-up and the checks of other systems load TensorFlow before anything is built, with the oldest Node.
import Module, { createRequire } from 'node:module';

/** Gives `node:util` back the two functions that tfjs-node-gpu 4.22 calls and Node 23 removed. */
function restoreOldUtil() {
  /** @type {any} */
  const util = createRequire(import.meta.url)('node:util');
  util.isNullOrUndefined ??= (/** @type {unknown} */ value) => value === null || value === undefined;
  util.isArray ??= Array.isArray;
}

/**
 * Tells tfjs-node-gpu where its add-on lies. It asks node-pre-gyp, which knows one place alone, in the package itself, where
 * an installed app may not write and two checkouts would have TensorFlow twice.
 * @param {NodeJS.Require} require @param {string} addon path
 */
function pointTo(require, addon) {
  const ofPackage = createRequire(require.resolve('@tensorflow/tfjs-node-gpu/package.json'));
  const finder = ofPackage.resolve('@mapbox/node-pre-gyp');
  const found = new Module(finder);
  found.exports = { find: () => addon };
  found.loaded = true;
  require.cache[finder] = found;
}

/**
 * Loads tfjs-node-gpu into this process, which makes it the backend of tfjs. What TensorFlow reads of the environment must
 * be in place.
 * @param {string} [addon] path; the one in the package where it is left out
 * @returns {any} its module
 * @throws Error when the add-on does not load; one made for another processor ends the process
 */
export function requireTensorFlow(addon) {
  const require = createRequire(import.meta.url);
  restoreOldUtil();
  if (addon !== undefined) pointTo(require, addon);
  return require('@tensorflow/tfjs-node-gpu');
}
