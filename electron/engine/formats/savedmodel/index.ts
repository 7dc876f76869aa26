import type { ModelFormat } from '../format.ts';
import type { LeavingModel } from '../leaving-model.ts';
import { chosenAmong, pythonExample } from '../examples.ts';
import { writeBesideVocabulary } from '../write-beside-vocabulary.ts';
import { writeSkeleton } from '../write-skeleton.ts';
import { tensorflowGraph } from './graph.ts';
import { savedModelMessage } from './messages.ts';

/** The TensorFlow that this is as if written by. */
const TENSORFLOW = '2.21.0';

const PROGRAM = { imports: 'tensorflow as tf', load: 'tf.saved_model.load(".")' };

function example(model: LeavingModel): string {
  const { context, windowLength } = model.config;
  if (context === 'window')
    return pythonExample(
      model,
      PROGRAM,
      `for _ in range(20):
    told = model.signatures["window"](ids=tf.constant([ids[-${windowLength}:]], tf.int32))
    ids.append(int(tf.argmax(told["probabilities"][0]${chosenAmong(model)})))`,
    );
  return pythonExample(
    model,
    PROGRAM,
    `told = model.signatures["window"](ids=tf.constant([ids], tf.int32))
for _ in range(20):
    ids.append(int(tf.argmax(told["probabilities"][0]${chosenAmong(model)})))
    state = {name.removesuffix("_next"): told[name] for name in told if name.endswith("_next")}
    told = model.signatures["step"](ids=tf.constant(ids[-1:], tf.int32), **state)`,
  );
}

/** A TensorFlow graph with its weights in it, and what can be asked of it as signatures. */
export const savedmodel: ModelFormat = {
  usage: {
    files: { 'saved_model.pb': 'signatures', 'vocabulary.json': 'vocabulary' },
    language: 'python',
    packages: 'pip install tensorflow',
    example,
  },
  write: (model, folder) =>
    writeBesideVocabulary(model, folder, 'saved_model.pb', async (file) => {
      const { nodes, signatures } = tensorflowGraph(model.config);
      const { put } = await writeSkeleton(file, savedModelMessage(nodes, signatures, TENSORFLOW));
      for await (const { weight, from, values } of model.weights()) await put(values, weight.name, from);
    }),
};
