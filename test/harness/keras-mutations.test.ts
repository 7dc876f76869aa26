import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AesopError } from '../../electron/contract/errors.ts';
import type { ForeignSource } from '../../electron/engine/formats/import/foreign-model.ts';
import { openForeign } from '../../electron/engine/formats/import/index.ts';
import { weightBlocks } from '../../electron/engine/formats/keras-weights.ts';
import { Random } from '../../electron/engine/random.ts';
import { openSource, type OpenSource } from '../../electron/worker/models/foreign/open-source.ts';
import { foreignFixture } from '../engine/formats/import/fixtures.ts';
import { configOf } from '../../electron/engine/formats/import/inference-of.ts';
import { sourceOf, unzipped } from '../engine/formats/import/sources.ts';
import { emptyFolder } from '../engine/formats/small-model.ts';
import { craftedZip } from './crafted-zip.ts';
import { hostileBytes, hostileJson } from './hostile.ts';
import { HARNESS_TIMEOUT, rounds } from './rounds.ts';
import { ownTime } from '../tools/own-time.ts';

const pick = <T>(random: Random, list: readonly T[]): T => list[random.integer(list.length)];

/** Far more than any of these files takes to be read whole, several times over. */
const MOST_READ = 2 ** 27;
const MOST_MS = 5000;

type Files = Readonly<Record<string, Buffer>>;

/** A source of which every byte that is read is counted, also in what is packed in it. */
const counting = (plain: ForeignSource, count: (bytes: number) => void): ForeignSource => ({
  ...plain,
  async open(name) {
    const file = await plain.open(name);
    return {
      bytes: file.bytes,
      read(position, length) {
        count(length);
        return file.read(position, length);
      },
    };
  },
  async within(name) {
    const packed = await plain.within(name);
    return packed && counting(packed, count);
  },
});

/** Files in memory, or an archive as a person chooses it, a file of its own. */
async function opened(made: Files | Buffer, folder: string): Promise<OpenSource> {
  if (!Buffer.isBuffer(made)) return { ...sourceOf(made), within: async () => undefined, close: async () => {} };
  const path = join(folder, 'a.keras');
  writeFileSync(path, made);
  return openSource(path, 'a.keras');
}

/** Reads all that files say they hold; how much of it was read, and what it was refused for. */
async function readAll(made: Files | Buffer, folder: string) {
  let read = 0;
  const begin = ownTime();
  let fault: unknown;
  let source: OpenSource | undefined;
  let numbers = 0;
  try {
    source = await opened(made, folder);
    const found = await openForeign(counting(source, (bytes) => (read += bytes)));
    if (!found) throw new AesopError('not-a-model', { name: source.name });
    const { model } = found;
    for (const { name, shape } of weightBlocks(configOf(model.network)).flatMap(({ weights }) => weights)) {
      const values = await model.weight(name);
      numbers += values.length;
      expect(values.length).toBe(shape.reduce((product, length) => product * length, 1));
    }
  } catch (thrown) {
    fault = thrown;
  } finally {
    await source?.close();
  }
  return { fault, read, numbers, ms: ownTime() - begin };
}

/** Numbers in the places of others, such as lengths and addresses, where a byte more or less would not be noticed. */
function hostileNumber(bytes: Buffer, random: Random): Buffer {
  const changed = Buffer.from(bytes);
  for (let n = random.integer(3); n >= 0; n--) {
    const at = random.integer(bytes.length - 8);
    const value = pick(random, [
      0n,
      1n,
      8n,
      96n,
      BigInt(bytes.length),
      BigInt(at),
      2n ** 31n,
      2n ** 32n,
      2n ** 63n,
      2n ** 64n - 1n,
    ]);
    if (random.uniform() < 0.5) changed.writeBigUInt64LE(value, at - (at % 8));
    else changed.writeUInt16LE(Number(value & 0xffffn), at);
  }
  return changed;
}

/** Bytes changed where something is: most of a small HDF5 file is kept free. */
function hostileSpot(bytes: Buffer, random: Random): Buffer {
  const changed = Buffer.from(bytes);
  for (let n = random.integer(6); n >= 0; n--) {
    let at = random.integer(bytes.length);
    for (let tries = 0; bytes[at] === 0 && tries < 50; tries++) at = random.integer(bytes.length);
    changed[at] = random.integer(256);
  }
  return changed;
}

const hostile = (bytes: Buffer, random: Random) =>
  pick(random, [hostileBytes, hostileNumber, hostileNumber, hostileSpot, hostileSpot])(bytes, random);

/** A folder of tfjs, as small as it can be. */
function tfjsFolder(): Record<string, Buffer> {
  const layer = (class_name: string, config: object) => ({ class_name, config });
  const layers = [
    layer('Embedding', { name: 'e', batch_input_shape: [null, 4], input_dim: 5, output_dim: 2 }),
    layer('LSTM', { name: 'l', units: 2, activation: 'tanh', recurrent_activation: 'hardSigmoid', use_bias: true }),
    layer('Dense', { name: 'd', units: 5, activation: 'softmax', use_bias: true }),
  ];
  const shapes = {
    'e/embeddings': [5, 2],
    'l/kernel': [2, 8],
    'l/recurrent_kernel': [2, 8],
    'l/bias': [8],
    'd/kernel': [2, 5],
    'd/bias': [5],
  };
  const weights = Object.entries(shapes).map(([name, shape]) => ({ name, shape, dtype: 'float32' }));
  const modelTopology = { class_name: 'Sequential', config: { name: 'net', layers }, keras_version: 'tfjs-layers 4' };
  const weightsManifest = [{ paths: ['a.bin', 'b.bin'], weights }];
  return {
    'model.json': Buffer.from(JSON.stringify({ format: 'layers-model', modelTopology, weightsManifest })),
    'a.bin': Buffer.alloc(100, 1),
    'b.bin': Buffer.alloc(4 * 67 - 100, 2),
  };
}

const H5 = ['keras-1.h5', 'keras-2.h5', 'keras-3.h5', 'newest-hdf5.h5', 'folded.h5'].map((file) => ({
  'a.h5': foreignFixture(file),
}));
const ARCHIVES = ['keras-2.keras', 'keras-3.keras', 'folded.keras'].map(foreignFixture);
const FOLDERS = ARCHIVES.map(unzipped);
const SHARDS = FOLDERS.slice(1).map((files) => ({
  'net.json': files['config.json'],
  'net.weights.json': Buffer.from('{"metadata":{},"weight_map":{"/layers/dense/vars":["a.h5"]}}'),
  'a.h5': files['model.weights.h5'],
}));
const TFJS = tfjsFolder();

/** One of the files changed; JSON as JSON half of the time. */
function oneChanged(files: Readonly<Record<string, Buffer>>, random: Random): Record<string, Buffer> {
  const name = pick(random, Object.keys(files));
  const asJson = name.endsWith('.json') && random.uniform() < 0.7;
  const changed = asJson ? Buffer.from(hostileJson(files[name].toString(), random)) : hostile(files[name], random);
  return { ...files, [name]: changed };
}

const PARTS: Readonly<Record<string, (random: Random) => Files | Buffer>> = {
  'an .h5 file': (random) => oneChanged(pick(random, H5), random),
  'a .keras file': (random) => hostile(pick(random, ARCHIVES), random),
  'the files of a .keras file': (random) => oneChanged(pick(random, FOLDERS), random),
  'a .keras file whose checksums are good': (random) => {
    const entries = Object.entries(oneChanged(pick(random, FOLDERS), random));
    return craftedZip(entries.map(([name, content]) => ({ name, content, method: pick(random, [0, 8]) })));
  },
  'weights in shards': (random) => oneChanged(pick(random, SHARDS), random),
  'a folder of tfjs': (random) => oneChanged(TFJS, random),
};

describe('a foreign file that was changed is read, or refused by the catalogue, in bounded work', () => {
  test.each(Object.entries(PARTS))(
    '%s',
    async (part, make) => {
      const folder = emptyFolder();
      const outcomes = new Set<string>();
      // an archive costs ten times as much as its files, and what is in them is read as they are
      for (const { name, random } of rounds(part, Buffer.isBuffer(make(new Random(1))) ? 200 : 600)) {
        const { fault, read, numbers, ms } = await readAll(make(random), folder);
        if (fault !== undefined) {
          expect(fault, name).toBeInstanceOf(AesopError);
          expect((fault as AesopError).code, name).toMatch(
            /^(foreign-(damaged|unfit|large|incomplete|unread)|archive-damaged|not-a-model)$/,
          );
        }
        expect(read, name).toBeLessThan(MOST_READ);
        expect(numbers, name).toBeLessThan(2 ** 20);
        expect(ms, name).toBeLessThan(MOST_MS);
        outcomes.add(
          fault ? JSON.stringify((fault as AesopError).values.problem ?? (fault as AesopError).code) : 'read',
        );
      }
      // else nothing was tried
      expect(outcomes.size).toBeGreaterThan(5);
    },
    HARNESS_TIMEOUT,
  );
});
