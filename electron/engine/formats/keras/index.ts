import type { FileHandle } from 'node:fs/promises';
import { Zip, ZipPassThrough } from 'fflate';
import type { ModelFormat, Usage } from '../format.ts';
import type { LeavingModel } from '../leaving-model.ts';
import { chosenAmong, pythonExample } from '../examples.ts';
import { bytesOf } from '../weights-file.ts';
import { writeBesideVocabulary } from '../write-beside-vocabulary.ts';
import { forKeras3 } from './gates.ts';
import { hdf5Head } from './hdf5.ts';
import { sequential } from './layers.ts';
import { KERAS_VERSION, legacyTree, weightsTree } from './trees.ts';

/** What the network is given, where `seen` are ids [1, time]. */
function input({ config }: LeavingModel): string {
  if (config.input === 'embedding') return 'seen';
  return config.input === 'one-hot' ? `numpy.eye(${config.vocabularySize}, dtype="float32")[seen]` : 'seen[..., None]';
}

const usage = (file: string): Usage => ({
  files: { [file]: 'keras', 'vocabulary.json': 'vocabulary' },
  language: 'python',
  packages: 'pip install keras tensorflow',
  example: (model) => {
    const { context, windowLength, vocabularySize } = model.config;
    const program = { imports: 'keras, numpy', load: `keras.models.load_model("${file}")` };
    return pythonExample(
      model,
      program,
      `for _ in range(20):
    seen = numpy.array([ids${context === 'window' ? `[-${windowLength}:]` : ''}])
    probabilities = numpy.array(model(${input(model)})).reshape(-1, ${vocabularySize})[-1]
    ids.append(int(probabilities${chosenAmong(model)}.argmax()))`,
    );
  },
});

/** A zip of files that are not packed, written as they come. */
class StoredZip {
  readonly #pieces: Uint8Array[] = [];
  readonly #zip = new Zip((fault, piece) => {
    if (fault) throw fault;
    this.#pieces.push(piece);
  });
  readonly #file: FileHandle;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async add(name: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    const entry = new ZipPassThrough(name);
    this.#zip.add(entry);
    for await (const piece of pieces) {
      entry.push(piece);
      await this.#flush();
    }
    entry.push(new Uint8Array(), true);
    await this.#flush();
  }

  async end(): Promise<void> {
    this.#zip.end();
    await this.#flush();
  }

  async #flush(): Promise<void> {
    for (const piece of this.#pieces.splice(0)) await this.#file.writeFile(piece);
  }
}

const json = (value: unknown) => [Buffer.from(JSON.stringify(value))];

async function* numbers(model: LeavingModel, head: Buffer): AsyncGenerator<Uint8Array> {
  yield head;
  for await (const piece of model.weights()) yield bytesOf(forKeras3(piece, model.config));
}

/** The file of Keras 3. */
export const keras: ModelFormat = {
  usage: usage('model.keras'),
  write: (model, folder) =>
    writeBesideVocabulary(model, folder, 'model.keras', async (file) => {
      const { config, card } = model;
      const zip = new StoredZip(file);
      await zip.add('metadata.json', json({ keras_version: KERAS_VERSION, date_saved: card.createdAt }));
      await zip.add('config.json', json(sequential(config)));
      await zip.add('model.weights.h5', numbers(model, hdf5Head(weightsTree(config))));
      await zip.end();
    }),
};

/** The file of Keras before version 3, which later ones read as well. */
export const h5: ModelFormat = {
  usage: usage('model.h5'),
  write: (model, folder) =>
    writeBesideVocabulary(model, folder, 'model.h5', async (file) => {
      // the older name is known to Keras 3 as well; Keras 2 must not open what it would compute otherwise
      const shapeOf = model.config.gates === 'sigmoid' ? 'batch_input_shape' : 'batch_shape';
      const head = hdf5Head(legacyTree(model.config, sequential(model.config, shapeOf)));
      for await (const piece of numbers(model, head)) await file.writeFile(piece);
    }),
};
