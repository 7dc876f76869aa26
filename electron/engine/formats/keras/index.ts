import { copyFile, open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Zip, ZipPassThrough } from 'fflate';
import type { ModelFormat, Usage } from '../format.ts';
import { exampleIds, type LeavingModel } from '../leaving-model.ts';
import { separatorOf } from '../tfjs-format.ts';
import { bytesOf } from '../weights-file.ts';
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
  example: (model) => `import json, keras, numpy
model = keras.models.load_model("${file}")
symbols = json.load(open("vocabulary.json", encoding="utf-8"))["symbols"]
ids = ${JSON.stringify(exampleIds(model))}
for _ in range(20):
    seen = numpy.array([ids${model.config.context === 'window' ? `[-${model.config.windowLength}:]` : ''}])
    probabilities = numpy.array(model(${input(model)})).reshape(-1, ${model.config.vocabularySize})[-1]
    ids.append(int(probabilities.argmax()))
print(${JSON.stringify(separatorOf(model))}.join(symbols[id] for id in ids))`,
});

/** Writes a new file, and the vocabulary beside it. */
async function filled(model: LeavingModel, folder: string, name: string, write: (file: FileHandle) => Promise<void>) {
  await copyFile(join(model.folder, 'vocabulary.json'), join(folder, 'vocabulary.json'));
  const file = await open(join(folder, name), 'wx');
  try {
    await write(file);
  } finally {
    await file.close();
  }
}

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
  for await (const { values } of model.weights()) yield bytesOf(values);
}

/** The file of Keras 3. */
export const keras: ModelFormat = {
  usage: usage('model.keras'),
  write: (model, folder) =>
    filled(model, folder, 'model.keras', async (file) => {
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
    filled(model, folder, 'model.h5', async (file) => {
      const head = hdf5Head(legacyTree(model.config, sequential(model.config, 'batch_input_shape')));
      for await (const piece of numbers(model, head)) await file.writeFile(piece);
    }),
};
