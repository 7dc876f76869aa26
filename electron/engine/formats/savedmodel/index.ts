import { copyFile, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelFormat } from '../format.ts';
import { exampleIds, type LeavingModel } from '../leaving-model.ts';
import { separatorOf } from '../tfjs-format.ts';
import { writeSkeleton } from '../write-skeleton.ts';
import { tensorflowGraph } from './graph.ts';
import { savedModelMessage } from './messages.ts';

/** The TensorFlow that this is as if written by. */
const TENSORFLOW = '2.21.0';

function example(model: LeavingModel): string {
  const { context, windowLength, layers, units } = model.config;
  const head = `import json, tensorflow as tf
model = tf.saved_model.load(".")
symbols = json.load(open("vocabulary.json", encoding="utf-8"))["symbols"]
ids = ${JSON.stringify(exampleIds(model))}`;
  const shown = `print(${JSON.stringify(separatorOf(model))}.join(symbols[id] for id in ids))`;
  if (context === 'window')
    return `${head}
for _ in range(20):
    told = model.signatures["window"](ids=tf.constant([ids[-${windowLength}:]], tf.int32))
    ids.append(int(tf.argmax(told["probabilities"][0])))
${shown}`;
  return `${head}
state = {f"{part}_{layer}": tf.zeros((1, ${units})) for layer in range(${layers}) for part in "ch"}
for at in range(len(ids) + 19):
    told = model.signatures["step"](ids=tf.constant([ids[at]], tf.int32), **state)
    state = {name: told[name + "_next"] for name in state}
    if at + 1 == len(ids):
        ids.append(int(tf.argmax(told["probabilities"][0])))
${shown}`;
}

/** A TensorFlow graph with its weights in it, and what can be asked of it as signatures. */
export const savedmodel: ModelFormat = {
  usage: {
    files: { 'saved_model.pb': 'signatures', 'vocabulary.json': 'vocabulary' },
    language: 'python',
    packages: 'pip install tensorflow',
    example,
  },
  async write(model, folder) {
    await copyFile(join(model.folder, 'vocabulary.json'), join(folder, 'vocabulary.json'));
    const file = await open(join(folder, 'saved_model.pb'), 'wx');
    try {
      const { nodes, signatures } = tensorflowGraph(model.config);
      const { put } = await writeSkeleton(file, savedModelMessage(nodes, signatures, TENSORFLOW));
      for await (const { weight, from, values } of model.weights()) await put(values, weight.name, from);
    } finally {
      await file.close();
    }
  },
};
