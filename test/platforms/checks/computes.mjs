// Runs in the other system's Node: loads the add-on at argv[2], multiplies, steps an LSTM cell in one op of TensorFlow, and
// lets tfjs learn a line. Prints one object of JSON.
import assert from 'node:assert/strict';
import { requireTensorFlow } from '../../../electron/engine/runtime/require-tensorflow.mjs';

/** @type {typeof import('@tensorflow/tfjs')} */
const tf = requireTensorFlow(process.argv[2]);
const backend = /** @type {any} */ (tf.backend());
const { binding } = backend;

assert.deepEqual([...tf.matMul(tf.ones([2, 3]), tf.ones([3, 2])).dataSync()], [3, 3, 3, 3]);

/** @param {number} value */
const sigmoid = (value) => 1 / (1 + Math.exp(-value));
const [input, gate] = [0.5, 0.25];
const shapes = { x: [1, 1], cs: [1, 1], h: [1, 1], w: [2, 4], wci: [1], wcf: [1], wco: [1], b: [4] };
const values = { x: input, cs: 0, h: 0, w: gate, wci: 0, wcf: 0, wco: 0, b: 0 };
const inputs = Object.entries(shapes).map(([name, shape]) => tf.fill(shape, Reflect.get(values, name)));
const attributes = [
  { name: 'T', type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT },
  { name: 'forget_bias', type: binding.TF_ATTR_FLOAT, value: 0 },
  { name: 'cell_clip', type: binding.TF_ATTR_FLOAT, value: -1 },
  { name: 'use_peephole', type: binding.TF_ATTR_BOOL, value: false },
];
const outputs = backend.executeMultipleOutputs('LSTMBlockCell', attributes, inputs, 7);
const pre = input * gate;
const expected = sigmoid(pre) * Math.tanh(sigmoid(pre) * Math.tanh(pre));
const [output] = outputs[6].dataSync();
assert.ok(Math.abs(output - expected) < 1e-6, `the cell gives ${output}, not ${expected}`);

const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1], kernelInitializer: 'zeros' })] });
model.compile({ optimizer: tf.train.sgd(0.1), loss: 'meanSquaredError' });
const x = tf.tensor2d([0, 0.25, 0.5, 0.75, 1], [5, 1]);
const { history } = await model.fit(x, x.mul(2).add(1), { epochs: 60, shuffle: false, verbose: 0 });
const losses = /** @type {number[]} */ (history.loss);
assert.ok(losses[59] < losses[0] / 50, `the loss fell from ${losses[0]} to ${losses[59]} only`);

const { node, modules } = process.versions;
const said = { node, modules, arch: process.arch, tensorflow: binding.TF_Version, loss: losses[59] };
process.stdout.write(`${JSON.stringify(said)}\n`);
