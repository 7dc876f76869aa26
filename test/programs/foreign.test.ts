import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ForeignModel } from '../../electron/engine/formats/import/foreign-model.ts';
import { asLearnt, namedVocabulary, type LearntText } from '../../electron/engine/formats/import/index.ts';
import { folderSource, openAs } from '../engine/formats/import/sources.ts';
import { ownPredictions } from '../engine/formats/import/predictions.ts';
import { emptyFolder } from '../engine/formats/small-model.ts';
import { worst } from './cases.ts';
import { Program } from './program.ts';

let python: Program;
beforeAll(() => {
  python = new Program('foreign_programs.py');
});
afterAll(() => python?.close());

const ROWS = [
  [3, 1, 10, 7, 2],
  [1, 5, 5, 2, 9],
];

interface Asked {
  readonly network: string;
  readonly format: 'keras' | 'h5';
  /** Keras 2, as tf_keras goes on with it */
  readonly old: boolean;
  readonly dtype?: string;
  readonly options?: object;
  readonly libver?: string;
  /** attributes are bytes of a fixed length */
  readonly older?: boolean;
}

/** What Keras learnt of a text, and what it tells behind some of it. */
interface Learnt {
  readonly symbols: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly told: number[][];
}

/** Has Keras write a network; what its weights are, layer by layer, and what our reader says it is. */
async function written({ network, format, old, ...form }: Asked) {
  const folder = emptyFolder();
  const path = join(folder, `a model.${format}`);
  const layers = await python.ask<string[][]>({ ask: 'write', network, old, path, ...form });
  return { path, layers, open: () => openAs(format, folderSource(folder)) };
}

/** Weights in the order of Keras's layers, by our names. */
function namesOf({ network }: ForeignModel): string[] {
  const lstm = Array.from({ length: network.layers }, (_, k) =>
    ['kernel', 'recurrent_kernel', 'bias'].map((part) => `lstm_${k}/${part}`),
  );
  return [
    ...(network.input === 'embedding' ? ['embedding/embeddings'] : []),
    ...lstm.flat(),
    ...['output/kernel', 'output/bias'],
  ];
}

const base64 = (values: Float32Array) =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');

const KINDS: Readonly<Record<string, string>> = { 'one-hot': 'one-hot', ordinal: 'numbers', embedding: 'ids' };
const FILES = [
  { format: 'keras', old: false },
  { format: 'keras', old: true },
  { format: 'h5', old: false },
  { format: 'h5', old: true },
] as const;
const SAID = ['window', 'no input', 'dropouts', 'every step', 'one-hot', 'numbers', 'functional', 'masked', 'stateful'];

describe.each(FILES)('$format, Keras 2 $old: the weights to the last bit, and the same predictions', (file) => {
  // Keras 3 cannot load a mask out of its own .h5
  const said = SAID.filter((network) => network !== 'masked' || file.format === 'keras' || file.old);
  test.each([...said, 'logits'])('%s', async (network) => {
    const { path, layers, open } = await written({ network, ...file });
    const model = await open();
    const read = await Promise.all(namesOf(model).map((name) => model.weight(name)));
    expect(read.map(base64)).toEqual(layers.flat());
    const kind = KINDS[model.network.input];
    const rows = network === 'stateful' ? ROWS.slice(0, 1) : ROWS;
    const asked = { ask: 'predict', path, rows, kind, logits: network === 'logits' };
    expect(worst(await python.ask<number[][]>(asked), await ownPredictions(model, rows))).toBeLessThan(1e-5);
    const whole = ['every step', 'logits', 'stateful'];
    const anyLength = file.old && network === 'no input';
    expect(model.network.context).toBe(whole.includes(network) || anyLength ? 'sequence' : 'window');
    if (model.network.context === 'window') expect(model.network.windowLength).toBe(5);
  });

  test.each(['unequal', 'no biases'])('%s: what is filled up with zeros predicts the same', async (network) => {
    const { path, open } = await written({ network, ...file });
    const model = await open();
    expect(model.network.units).toBe(network === 'unequal' ? 8 : 6);
    const told = await python.ask<number[][]>({ ask: 'predict', path, rows: ROWS, kind: 'ids' });
    expect(worst(told, await ownPredictions(model, ROWS))).toBeLessThan(1e-5);
  });

  test.each([
    ['normalized', 'ids'],
    ['linear', 'ids'],
    ['cells', 'ids'],
    ['stack', 'ids'],
    ['tempered', 'ids'],
    ['tempered numbers', 'numbers'],
    ['logarithms', 'ids'],
    ['states beside', 'ids'],
    ['folded', 'ids'],
    ['one-hot masked', 'one-hot'],
    ['numbers in rows', 'rows'],
    ['every step, passed on', 'ids'],
  ])('%s: layers of other kinds that come to the same predict the same', async (network, kind) => {
    const { path, open } = await written({ network, ...file });
    const model = await open();
    const asked = { ask: 'predict', path, rows: ROWS, kind, logits: network === 'logarithms' };
    const told = await python.ask<number[][]>(asked);
    expect(worst(told, await ownPredictions(model, ROWS))).toBeLessThan(1e-5);
  });

  test('gates of a hard sigmoid, which Keras 3 means otherwise than Keras 2', async () => {
    const { path, layers, open } = await written({ network: 'hard gates', ...file });
    const model = await open();
    expect(model.network.gates).toBe('hard-sigmoid');
    const kernel = base64(await model.weight('lstm_0/kernel'));
    if (file.old) expect(kernel).toBe(layers[1][0]);
    else expect(kernel).not.toBe(layers[1][0]);
    const told = await python.ask<number[][]>({ ask: 'predict', path, rows: ROWS, kind: 'ids' });
    expect(worst(told, await ownPredictions(model, ROWS))).toBeLessThan(1e-5);
  });
});

describe.each([FILES[0], FILES[3]])('$format, Keras 2 $old: what we have not', (file) => {
  test.each([
    ['gru', { message: 'networks.layer-kind', values: { place: 3, kind: 'GRU' } }],
    ['two ways', { message: 'networks.layer-backwards', values: { place: 2 } }],
    ['backwards', { message: 'networks.layer-option', values: { place: 2, option: 'go_backwards', value: 'true' } }],
    ['relu', { message: 'networks.layer-option', values: { place: 2, option: 'activation', value: 'relu' } }],
    ['sigmoids', { message: 'networks.layer-option', values: { place: 3, value: 'sigmoid', known: 'softmax' } }],
    ['hidden', { message: 'networks.layer-hidden', values: { place: 3, activation: 'relu' } }],
    ['branches', { message: 'networks.layers-branch' }],
  ])('%s is refused with the reason', async (network, problem) => {
    const { open } = await written({ network, ...file });
    await expect(open()).rejects.toMatchObject({ code: 'foreign-unfit', values: { problem } });
  });
});

describe('an .h5 file that went through other programs', () => {
  const packed = { compression: 'gzip', shuffle: true };
  test.each<Omit<Asked, 'network' | 'format' | 'old'>>([
    { options: packed },
    { options: { ...packed, fletcher32: true, compression_opts: 9 } },
    { options: { chunks: true } },
    { options: packed, dtype: '>f4' },
    { dtype: '>f4' },
    { dtype: '<f8' },
    { older: true },
    { dtype: '>f8' },
  ])('%o', async (form) => {
    for (const old of [false, true]) {
      const { layers, open } = await written({ network: 'dropouts', format: 'h5', old, ...form });
      const model = await open();
      const read = await Promise.all(namesOf(model).map((name) => model.weight(name)));
      expect(read.map(base64)).toEqual(layers.flat());
    }
  });

  test('the newest form of HDF5, but for groups of more than eight', async () => {
    const { layers, open } = await written({ network: 'window', format: 'h5', old: true, libver: 'latest' });
    const model = await open();
    const read = await Promise.all(namesOf(model).map((name) => model.weight(name)));
    expect(read.map(base64)).toEqual(layers.flat());
    const wide = await written({ network: 'dropouts', format: 'h5', old: true, libver: 'latest' });
    const problem = { message: 'networks.hdf5-way', values: { way: 'dense links' } };
    await expect(wide.open()).rejects.toMatchObject({ code: 'foreign-unread', values: { problem } });
  });

  test('halves are read as what they are', async () => {
    const { layers, open } = await written({ network: 'window', format: 'h5', old: true, dtype: '<f2' });
    const model = await open();
    const written32 = new Float32Array(Uint8Array.from(Buffer.from(layers[1][0], 'base64')).buffer);
    const read = await model.weight('lstm_0/kernel');
    const off = read.map((value, at) => Math.abs(value - written32[at]) / Math.abs(written32[at]));
    expect(Math.max(...off)).toBeLessThan(2 ** -10);
    expect(Math.max(...off)).toBeGreaterThan(0);
  });

  test.each([false, true])('weights alone with what to_json says beside them, Keras 2 %s', async (old) => {
    const folder = emptyFolder();
    const [path, apart] = [join(folder, 'net.weights.h5'), join(folder, 'net.json')];
    const layers = await python.ask<string[][]>({ ask: 'write', network: 'dropouts', old, path, apart });
    const model = await openAs('h5', folderSource(folder));
    const read = await Promise.all(namesOf(model).map((name) => model.weight(name)));
    expect(read.map(base64)).toEqual(layers.flat());
  });

  test('weights alone in shards, of which one layer may lie in two, and none may be missing', async () => {
    const folder = emptyFolder();
    const [path, apart] = [join(folder, 'net.weights.json'), join(folder, 'net.json')];
    const asked = { ask: 'write', network: 'dropouts', old: false, path, apart, shard: 600 / 2 ** 30 };
    const layers = await python.ask<string[][]>(asked);
    const shards = readdirSync(folder).filter((name) => name.endsWith('.h5'));
    expect(shards.length).toBeGreaterThan(2);
    const model = await openAs('h5', folderSource(folder));
    const read = await Promise.all(namesOf(model).map((name) => model.weight(name)));
    expect(read.map(base64)).toEqual(layers.flat());
    rmSync(join(folder, shards[1]));
    await expect(openAs('h5', folderSource(folder))).rejects.toMatchObject({
      code: 'foreign-damaged',
      values: { problem: { message: 'networks.shard-missing', values: { path: shards[1] } } },
    });
  });

  test.each(['one-hot', 'divided', 'minmax', 'plain', 'symmetric', 'standard'])(
    'a text that a tutorial’s network learnt says how it was numbered: %s',
    async (scale) => {
      const folder = emptyFolder();
      const [path, text] = [join(folder, 'net.h5'), join(folder, 'text.txt')];
      const words = 'Long ago, the mice had a general council to consider what measures they could take.\r\n'.repeat(
        16,
      );
      writeFileSync(text, words);
      const learnt = await python.ask<Learnt>({ ask: 'learn', path, text, scale });
      const source = folderSource(folder);
      const said = await namedVocabulary(source, 'text.txt', { name: 'net.h5', symbols: learnt.symbols.length });
      const { model, found } = await asLearnt(await openAs('h5', source), said as LearntText);
      expect(found.vocabulary.symbols).toEqual(learnt.symbols);
      expect(worst(learnt.told, await ownPredictions(model, learnt.rows))).toBeLessThan(1e-5);
    },
  );

  test('zeros that pack to a thousandth are refused before they are unpacked', async () => {
    const { path, open } = await written({ network: 'window', format: 'h5', old: true });
    expect(await python.ask<number>({ ask: 'bomb', path })).toBeLessThan(200_000);
    await expect(open()).rejects.toMatchObject({
      code: 'foreign-damaged',
      values: { problem: { message: 'networks.weight-tight', values: { bytes: 4 * 2048 * 4096 } } },
    });
  });

  test.each(['soft', 'external', 'virtual', 'raw'])(
    'a weight that is a %s link elsewhere is not followed',
    async (kind) => {
      const { path, open } = await written({ network: 'window', format: 'h5', old: true });
      await python.ask({ ask: 'linked', path, kind });
      await expect(open()).rejects.toMatchObject({
        code: expect.stringMatching(/^foreign-(damaged|unread)$/) as string,
        values: { problem: { message: expect.stringMatching(/^networks\.(weight-missing|hdf5-way)$/) as string } },
      });
    },
  );

  test('cuDNN’s weights are put into the order of all others as Keras does it itself', async () => {
    const { path, open } = await written({ network: 'cudnn', format: 'h5', old: true });
    const told = await python.ask<number[][]>({ ask: 'cudnn', path, rows: ROWS });
    expect(worst(told, await ownPredictions(await open(), ROWS))).toBeLessThan(1e-5);
  });
});
