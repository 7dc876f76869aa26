import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { weightsFileBytes } from '../../../electron/contract/network-size.ts';
import type { ErrorCode } from '../../../electron/contract/errors.ts';
import { modelCardSchema, vocabularyFileSchema } from '../../../electron/contract/model.ts';
import { samplingSchema } from '../../../electron/contract/story.ts';
import { loadNetwork } from '../../../electron/engine/formats/load-network.ts';
import { LARGEST_WEIGHT } from '../../../electron/engine/formats/weight-fault.ts';
import { evaluateModel } from '../../../electron/engine/generation/evaluate.ts';
import { Storyteller } from '../../../electron/engine/generation/storyteller.ts';
import { InferenceNetwork } from '../../../electron/engine/inference/network.ts';
import { formats, loadModel, openLeaving, saveModel, verifyModel } from '../../../electron/engine/formats/index.ts';
import { createKernels, type Kernels } from '../../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { unheard } from './leaving.ts';
import { emptyFolder, smallModel } from './small-model.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = createKernels(await loadRuntime());
});

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

async function savedFolder(settings: Parameters<typeof smallModel>[1] = {}): Promise<string> {
  const folder = emptyFolder();
  const small = smallModel(kernels, settings);
  await saveModel(folder, small);
  small.model.dispose();
  return folder;
}

describe('a saved model', () => {
  test.each([
    { layers: 2, dropout: 0.2 },
    { tieWeights: true, context: 'sequence' as const },
    { input: 'ordinal' as const, outputInitializer: 'normal' as const },
    { input: 'one-hot' as const, minimumCount: 2, tokenizer: 'words' as const, lowercase: true },
  ])('comes back as it was: %o', async (settings) => {
    const before = kernels.liveTensors;
    const folder = emptyFolder();
    const saved = smallModel(kernels, settings);
    const { card, bytes } = await saveModel(folder, saved);
    const loaded = await loadModel(folder, kernels);
    expect(loaded.model.config).toEqual(saved.model.config);
    for (const [at, parameter] of saved.model.parameters.entries())
      expect(loaded.model.parameters[at].values()).toEqual(parameter.values());
    expect(loaded.vocabulary.toJSON()).toEqual(saved.vocabulary.toJSON());
    expect(loaded.tokenizer.name).toBe(saved.tokenizer.name);
    expect(loaded.tokenizer.encode('The İ')).toEqual(saved.tokenizer.encode('The İ'));
    expect(loaded.card).toEqual(card);
    const { network } = await loadNetwork(folder);
    const copied = InferenceNetwork.of(saved.model);
    expect(network.read([1, 2, 3], network.start())).toEqual(copied.read([1, 2, 3], copied.start()));
    expect(bytes).toBe(readdirSync(folder).reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0));
    saved.model.dispose();
    loaded.model.dispose();
    expect(kernels.liveTensors).toBe(before);
  });

  test('is four files that fit the contract, each with its hash on the card', async () => {
    const folder = await savedFolder();
    expect(readdirSync(folder).sort()).toEqual(['card.json', 'model.json', 'vocabulary.json', 'weights.bin']);
    const card = modelCardSchema.parse(readJson(join(folder, 'card.json')));
    vocabularyFileSchema.parse(readJson(join(folder, 'vocabulary.json')));
    for (const [file, hash] of Object.entries(card.files)) expect(sha256(join(folder, file))).toBe(hash);
    expect(Object.keys(card.files)).toHaveLength(3);
    expect(await verifyModel(folder)).toEqual(card);
  });

  test('exported and loaded again is the same folder, byte by byte', async () => {
    const folder = await savedFolder({ tieWeights: true });
    const target = emptyFolder();
    await formats.tfjs.write(await openLeaving(folder, unheard()), target, '');
    for (const file of readdirSync(folder)) expect(sha256(join(target, file))).toBe(sha256(join(folder, file)));
  });

  test('is never written over another', async () => {
    const folder = await savedFolder();
    const small = smallModel(kernels);
    await expect(saveModel(folder, small)).rejects.toThrow('EEXIST');
    small.model.dispose();
    await verifyModel(folder);
  });

  test.each([
    [NaN, 'model-not-finite'],
    [-Infinity, 'model-not-finite'],
    [1e18, 'model-overflows'],
    [-3.4e38, 'model-overflows'],
  ])('that diverged to weights of %s is not saved', async (value, code) => {
    const small = smallModel(kernels);
    const bias = small.model.parameters.find(({ name }) => name === 'output/bias')!;
    bias.assign(bias.values().fill(value));
    await expect(saveModel(emptyFolder(), small)).rejects.toMatchObject({ code });
    small.model.dispose();
  });

  test.each(['embedding', 'one-hot', 'ordinal'] as const)(
    'with all weights as large as they may be is saved, tells and is measured: %s',
    async (input) => {
      const small = smallModel(kernels, { input, layers: 2, context: 'sequence' });
      for (const parameter of small.model.parameters)
        parameter.assign(parameter.values().map((value) => Math.sign(value) * LARGEST_WEIGHT));
      const folder = emptyFolder();
      await saveModel(folder, small);
      const told = await new Storyteller(await loadNetwork(folder)).tell(
        'the mice',
        samplingSchema.parse({ length: 20 }),
      );
      for (const { probability } of told.symbols) expect(probability).toBeGreaterThanOrEqual(0);
      const loaded = await loadModel(folder, kernels);
      const { loss } = await evaluateModel(
        loaded.model,
        Uint16Array.from({ length: 40 }, (_, n) => n % 20),
      );
      expect(Number.isFinite(loss)).toBe(true);
      small.model.dispose();
      loaded.model.dispose();
    },
  );

  test('has as many bytes of weights as the contract says, whatever its network', async () => {
    for (const input of ['embedding', 'one-hot', 'ordinal'] as const)
      for (const tieWeights of input === 'embedding' ? [false, true] : [false]) {
        const small = smallModel(kernels, { input, tieWeights, layers: 3 });
        const folder = emptyFolder();
        await saveModel(folder, small);
        const { hyperparameters, vocabularySize } = await verifyModel(folder);
        const { length } = readFileSync(join(folder, 'weights.bin'));
        expect(weightsFileBytes(hyperparameters, vocabularySize)).toBe(length);
        small.model.dispose();
      }
  });
});

/** Changes a JSON file of the folder and, as someone who means harm would, its hash on the card. */
function rewrite(folder: string, file: string, change: (json: Record<string, unknown>) => unknown): void {
  const path = join(folder, file);
  writeFileSync(path, JSON.stringify(change(readJson(path))));
  rehash(folder, file);
}
function rehash(folder: string, file: string): void {
  const path = join(folder, 'card.json');
  const card = readJson(path) as { files: Record<string, string> };
  if (file in card.files) card.files[file] = sha256(join(folder, file));
  writeFileSync(path, JSON.stringify(card));
}

type Json = Record<string, unknown>;
type Harm = (folder: string) => void;
type Fault = [name: string, code: ErrorCode, harm: Harm];

const manifest = (json: Json) => (json.weightsManifest as { paths: string[]; weights: { shape: number[] }[] }[])[0];
const changed =
  (file: string, change: (json: Json) => unknown): Harm =>
  (folder) =>
    rewrite(folder, file, change);
const set =
  (file: string, at: (json: Json) => object, values: object): Harm =>
  (folder) =>
    rewrite(folder, file, (json) => {
      Object.assign(at(json), values);
      return json;
    });
const weights =
  (change: (bytes: Buffer) => void): Harm =>
  (folder) => {
    const bytes = readFileSync(join(folder, 'weights.bin'));
    change(bytes);
    writeFileSync(join(folder, 'weights.bin'), bytes);
  };
const withPrototypeKeys = (json: Json) =>
  JSON.parse(JSON.stringify(json).replace('{', '{"__proto__": {"polluted": 1}, "constructor": 1, ')) as Json;
const whole = (json: Json) => json;
const knobs = (json: Json) => json.hyperparameters as Json;

const FAULTS: Fault[] = [
  ...(['card.json', 'model.json', 'vocabulary.json', 'weights.bin'] as const).flatMap((file): Fault[] => [
    [`no ${file}`, 'model-file-missing', (folder) => rmSync(join(folder, file))],
    [
      `${file} is a folder`,
      'model-damaged',
      (folder) => {
        rmSync(join(folder, file));
        mkdirSync(join(folder, file));
      },
    ],
    [
      `${file} is a link to elsewhere`,
      'model-damaged',
      (folder) => {
        const elsewhere = join(emptyFolder(), file);
        cpSync(join(folder, file), elsewhere);
        rmSync(join(folder, file));
        symlinkSync(elsewhere, join(folder, file));
      },
    ],
    [
      `${file} is a pipe that nobody writes to`,
      'model-damaged',
      (folder) => {
        rmSync(join(folder, file));
        execFileSync('mkfifo', [join(folder, file)]);
      },
    ],
  ]),
  ...[NaN, Infinity, -Infinity].map((value): Fault => [
    `a weight of ${value}`,
    'model-not-finite',
    (folder) => {
      weights((bytes) => bytes.writeFloatLE(value, 400))(folder);
      rehash(folder, 'weights.bin');
    },
  ]),
  ...[3.4e38, -(2 ** 58)].map((value): Fault => [
    `a weight of ${value}`,
    'model-overflows',
    (folder) => {
      weights((bytes) => bytes.writeFloatLE(value, 400))(folder);
      rehash(folder, 'weights.bin');
    },
  ]),
  ['weights truncated', 'model-truncated', (folder) => truncateSync(join(folder, 'weights.bin'), 100)],
  ['weights too long', 'model-truncated', (folder) => appendFileSync(join(folder, 'weights.bin'), 'x')],
  ['one bit of the weights flipped', 'model-damaged', weights((bytes) => (bytes[1000] ^= 1))],
  ['model.json is no JSON', 'model-damaged', (folder) => truncateSync(join(folder, 'model.json'), 50)],
  ['card.json is null', 'model-damaged', (folder) => writeFileSync(join(folder, 'card.json'), 'null')],
  ['a blank changed', 'model-damaged', (folder) => appendFileSync(join(folder, 'vocabulary.json'), ' ')],
  ['a newer card', 'model-newer', set('card.json', whole, { version: 9 })],
  ['a newer vocabulary', 'model-newer', set('vocabulary.json', whole, { version: 9 })],
  ['an unknown key', 'model-damaged', set('card.json', whole, { extra: 1 })],
  ['keys of the prototype', 'model-damaged', changed('card.json', withPrototypeKeys)],
  ['weights elsewhere', 'model-damaged', set('model.json', manifest, { paths: ['../../weights.bin'] })],
  ['huge shapes', 'model-damaged', set('model.json', (json) => manifest(json).weights[0], { shape: [1e9, 1e9] })],
  ['huge layers on the card', 'model-damaged', set('card.json', knobs, { units: 4096 })],
  ['impossible hyperparameters', 'model-damaged', set('card.json', knobs, { units: 1e12 })],
  ['knobs that exclude each other', 'model-damaged', set('card.json', knobs, { tieWeights: true, units: 7 })],
  ['a symbol twice', 'model-damaged', set('vocabulary.json', (json) => json.symbols as string[], { 1: ',' })],
  ['a symbol too many', 'model-damaged', set('vocabulary.json', whole, { symbols: ['a', 'b'], counts: [1, 1] })],
  ['another tokenizer', 'model-damaged', set('vocabulary.json', whole, { tokenizer: 'characters' })],
  ['the folder itself missing', 'model-missing', (folder) => rmSync(folder, { recursive: true })],
];

describe('a model folder at fault is refused, with nothing left on the device', () => {
  test.each(FAULTS)('%s: %s', async (name, code, harm) => {
    const parent = emptyFolder();
    const folder = join(parent, 'small');
    cpSync(await savedFolder(), folder, { recursive: true });
    harm(folder);
    const before = kernels.liveTensors;
    const values = code === 'model-newer' ? { version: expect.any(Number) as number } : { id: 'small' };
    const error = { name: 'AesopError', code, values };
    await expect(verifyModel(folder), name).rejects.toMatchObject(error);
    await expect(loadModel(folder, kernels), name).rejects.toMatchObject(error);
    await expect(loadNetwork(folder), name).rejects.toMatchObject(error);
    expect(kernels.liveTensors).toBe(before);
    expect(({} as Json).polluted).toBeUndefined();
  });
});
