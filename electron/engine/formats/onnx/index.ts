import type { FileHandle } from 'node:fs/promises';
import type { ModelFormat } from '../format.ts';
import type { LeavingModel } from '../leaving-model.ts';
import { chosenAmong, pythonExample } from '../examples.ts';
import { writeBesideVocabulary } from '../write-beside-vocabulary.ts';
import { writeSkeleton } from '../write-skeleton.ts';
import { GATES, onnxGraph } from './graph.ts';
import { modelMessage } from './messages.ts';

/** Groups of gates that make ONNX's bias of ours: one for the inputs, none for the recurrence. */
function biasOf(ours: Float32Array): Float32Array {
  const units = ours.length / GATES.length;
  const bias = new Float32Array(2 * ours.length);
  GATES.forEach((gate, at) => bias.set(ours.subarray(gate * units, (gate + 1) * units), at * units));
  return bias;
}

async function writeModel(file: FileHandle, model: LeavingModel): Promise<void> {
  const { card, config } = model;
  const metadata = {
    tokenizer: model.vocabulary.tokenizer,
    context: config.context,
    gates: config.gates,
    window: `${config.windowLength}`,
  };
  const said = { name: card.name, version: card.versions.aesop ?? '', metadata };
  const { places, put } = await writeSkeleton(file, modelMessage(onnxGraph(config), said));
  for await (const { weight, from, values } of model.weights()) {
    if (places.has(weight.name)) await put(values, weight.name, from);
    // a bias comes whole: it is shorter than a piece
    else if (weight.name.endsWith('/bias')) await put(biasOf(values), weight.name.replace('bias', 'B'));
  }
  for (let layer = 0; layer < config.layers; layer++)
    for (const [ours, theirs] of [
      ['kernel', 'W'],
      ['recurrent_kernel', 'R'],
    ]) {
      let from = 0;
      for await (const values of model.transposed(`lstm_${layer}/${ours}`, GATES))
        from = await put(values, `lstm_${layer}/${theirs}`, from);
    }
}

const PROGRAM = { imports: 'numpy, onnxruntime', load: 'onnxruntime.InferenceSession("model.onnx")' };

function example(model: LeavingModel): string {
  const { context, windowLength, units } = model.config;
  if (context === 'window')
    return pythonExample(
      model,
      PROGRAM,
      `for _ in range(20):
    probabilities, _ = model.run(None, {"ids": numpy.array([ids[-${windowLength}:]])})
    ids.append(int(probabilities[0]${chosenAmong(model)}.argmax()))`,
    );
  return pythonExample(
    model,
    PROGRAM,
    `unread, state = ids[:], {given.name: numpy.zeros((1, 1, ${units}), "float32") for given in model.get_inputs()[1:]}
for _ in range(20):
    probabilities, _, *after = model.run(None, {"ids": numpy.array([unread]), **state})
    state = dict(zip(state, after))
    unread = [int(probabilities[0, -1]${chosenAmong(model)}.argmax())]
    ids += unread`,
  );
}

/** One graph of ONNX operators, for any runtime of it. */
export const onnx: ModelFormat = {
  usage: {
    files: { 'model.onnx': 'graph', 'vocabulary.json': 'vocabulary' },
    language: 'python',
    packages: 'pip install onnxruntime',
    example,
  },
  write: (model, folder) => writeBesideVocabulary(model, folder, 'model.onnx', (file) => writeModel(file, model)),
};
