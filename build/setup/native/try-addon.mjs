// Loads the add-on at argv[2] (without it, the one that this checkout uses) through tfjs-node-gpu and multiplies two matrices.
// A process of its own: an add-on built for another processor ends it with a signal.
import { join } from 'node:path';
import { requireTensorFlow } from '../../../electron/engine/runtime/require-tensorflow.mjs';
import { ADDON, engineFolder } from '../../../electron/native/installation.mjs';
import { ROOT } from '../files.mjs';

const engine = engineFolder(ROOT);
const tf = requireTensorFlow(process.argv[2] ?? (engine && join(engine, ADDON)));
const product = [...tf.matMul(tf.ones([2, 3]), tf.ones([3, 2])).dataSync()];
if (product.some((value) => value !== 3)) throw new Error('The add-on multiplies wrongly.');
console.log(`Node ${process.versions.node}, TensorFlow ${Reflect.get(tf.backend(), 'binding').TF_Version}`);
