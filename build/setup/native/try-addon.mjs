// Loads the add-on at argv[2] (without it, the one that this checkout uses) through tfjs-node-gpu and multiplies two matrices.
// A process of its own: an add-on built for another processor ends it with a signal.
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { ADDON, engineFolder } from '../../../electron/native/installation.mjs';
import { ROOT } from '../files.mjs';

const require = createRequire(import.meta.url);
const util = require('node:util');
util.isNullOrUndefined ??= (/** @type {unknown} */ value) => value === null || value === undefined;
util.isArray ??= Array.isArray;

const engine = engineFolder(ROOT);
const addon = process.argv[2] ?? (engine && join(engine, ADDON));
if (addon) {
  const finder = require.resolve('@mapbox/node-pre-gyp');
  const found = new Module(finder);
  found.exports = { find: () => addon };
  found.loaded = true;
  require.cache[finder] = found;
}
const tf = require('@tensorflow/tfjs-node-gpu');
const product = [...tf.matMul(tf.ones([2, 3]), tf.ones([3, 2])).dataSync()];
if (product.some((value) => value !== 3)) throw new Error('The add-on multiplies wrongly.');
console.log(`Node ${process.versions.node}, TensorFlow ${Reflect.get(tf.backend(), 'binding').TF_Version}`);
