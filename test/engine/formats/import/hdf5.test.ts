import { describe, expect, test } from 'vitest';
import { openForeign } from '../../../../electron/engine/formats/import/index.ts';
import { openHdf5 } from '../../../../electron/engine/formats/import/hdf5/index.ts';
import { hdf5Head, type Group } from '../../../../electron/engine/formats/keras/hdf5.ts';
import { craftedZip } from '../../../harness/crafted-zip.ts';
import { worst } from '../../../programs/cases.ts';
import { ownPredictions } from './predictions.ts';
import { foreignFixture } from './fixtures.ts';
import { fileOf, openAs, sourceOf, unzipped } from './sources.ts';

/** What Keras predicts behind 3 1 10 7 2 of the files, which test/programs/foreign_programs.py has it write. */
const WINDOW = [
  0.1190564, 0.0613966, 0.1437464, 0.0723959, 0.0935344, 0.0852843, 0.1145369, 0.1108655, 0.0693517, 0.0711003,
  0.058732,
];
/** The same of a network of which layers are folded into others. */
const FOLDED = [
  0.0015578, 0.0002132, 0.0114492, 2e-6, 0.232849, 0.0050487, 0.0201759, 6.67e-5, 0.0038673, 0.7247646, 5.7e-6,
];
const PREDICTED = {
  'keras-3.keras': [
    0.0642282, 0.1036567, 0.0417382, 0.0383655, 0.1994222, 0.0467216, 0.1055481, 0.0764389, 0.2058361, 0.0616678,
    0.0563767,
  ],
  'keras-2.keras': [
    0.0571696, 0.023337, 0.1785336, 0.082294, 0.0371371, 0.0415817, 0.0504011, 0.1819407, 0.1039138, 0.0406517,
    0.2030395,
  ],
  'keras-3.h5': WINDOW,
  'keras-2.h5': WINDOW,
  'newest-hdf5.h5': WINDOW,
  'folded.keras': FOLDED,
  'folded.h5': FOLDED,
  // Keras 1.2.2 itself wrote and asked these: a weight for each gate, and one for all
  'keras-1.h5': [
    0.16535, 0.0069657, 0.0265906, 0.044847, 0.1290918, 0.0045107, 0.0206215, 0.3092697, 0.0875058, 0.1322176,
    0.0730295,
  ],
  'keras-1-steps.h5': [
    0.0980743, 0.1251556, 0.056662, 0.1275395, 0.0910912, 0.1660026, 0.1090631, 0.0682408, 0.0405531, 0.0394597,
    0.078158,
  ],
};

test.each(Object.entries(PREDICTED))('%s, as Keras wrote it, predicts what Keras does', async (file, predicted) => {
  const source = sourceOf({ [file]: foreignFixture(file) }, file);
  const format = file.endsWith('.keras') ? 'keras' : 'h5';
  const told = await ownPredictions(await openAs(format, source), [[3, 1, 10, 7, 2]]);
  expect(worst(told, [predicted])).toBeLessThan(1e-6);
});

describe('a .keras file in other forms', () => {
  const archive = foreignFixture('keras-3.keras');
  const kernel = async (files: Record<string, Buffer>) =>
    (await openAs('keras', sourceOf(files))).weight('lstm_0/kernel');

  test('unpacked, and packed again by another program', async () => {
    const files = unzipped(archive);
    const expected = await kernel({ 'a.keras': archive });
    expect(await kernel(files)).toEqual(expected);
    const entries = Object.entries(files).map(([name, content]) => ({ name, content, method: 8 }));
    expect(await kernel({ 'b.zip': craftedZip(entries) })).toEqual(expected);
  });

  test('the weights alone are told from a file that holds a network', async () => {
    const { 'model.weights.h5': weights } = unzipped(archive);
    const source = sourceOf({ 'model.weights.h5': weights });
    await expect(openForeign(source)).rejects.toMatchObject({
      code: 'foreign-incomplete',
      values: { problem: { message: 'networks.weights-alone' } },
    });
  });

  test('the weights alone, in shards, have the network described beside them', async () => {
    const { 'model.weights.h5': weights, 'config.json': described } = unzipped(archive);
    const map = (files: unknown) =>
      Buffer.from(JSON.stringify({ metadata: {}, weight_map: { '/layers/dense/vars': files } }));
    const files = { 'net.weights.json': map(['a.weights.h5']), 'a.weights.h5': weights };
    const model = await openAs('h5', sourceOf({ ...files, 'net.json': described }));
    expect(await model.weight('lstm_0/kernel')).toEqual(await kernel({ 'a.keras': archive }));
    const refused: [Record<string, Buffer>, string][] = [
      [files, 'weights-alone'],
      [{ ...files, 'net.json': described, 'net.weights.json': map('b.weights.h5') }, 'several-networks'],
      [{ 'net.weights.json': map('../a.h5'), 'net.json': described }, 'shard-missing'],
    ];
    for (const [wrong, problem] of refused)
      await expect(openForeign(sourceOf(wrong))).rejects.toMatchObject({
        values: { problem: { message: `networks.${problem}` } },
      });
  });

  test('several in one folder are asked about, of whatever format', async () => {
    const h5 = foreignFixture('keras-2.h5');
    const several: [Record<string, Buffer>, string][] = [
      [{ 'a.keras': archive, 'b.keras': archive }, 'a.keras, b.keras'],
      [{ 'a.h5': h5, 'b.h5': h5 }, 'a.h5, b.h5'],
      [{ 'a.keras': archive, 'b.h5': h5 }, 'b.h5, a.keras'],
    ];
    for (const [files, named] of several)
      await expect(kernel(files)).rejects.toMatchObject({
        code: 'foreign-incomplete',
        values: { problem: { message: 'networks.several-networks', values: { files: named } } },
      });
  });
});

describe('files of Keras 1', () => {
  const file = foreignFixture('keras-1.h5');
  const changed = (from: string, to: string) => Buffer.from(file.toString('latin1').replace(from, to), 'latin1');
  const open = (bytes: Buffer) => openAs('h5', sourceOf({ 'a.h5': bytes }));

  test('steps and windows, gates and what is one-hot', async () => {
    const { network } = await open(file);
    expect(network).toMatchObject({ input: 'embedding', layers: 2, units: 6, gates: 'hard-sigmoid', windowLength: 5 });
    const steps = await openAs('h5', sourceOf({ 'a.h5': foreignFixture('keras-1-steps.h5') }));
    expect(steps.network).toMatchObject({ input: 'one-hot', units: 6, gates: 'sigmoid', context: 'sequence' });
  });

  test.each([
    ['a normalization by the batch that comes', '"mode": 0', '"mode": 2', 'layer-option', { place: 5, value: '2' }],
    ['gates of several shapes', 'lstm_1_W_f', 'lstm_1_b_f', 'weight-shape', { shape: '[6]', expected: '[4, 6]' }],
    ['a gate too few', 'lstm_1_b_o', 'lstm_1_b_x', 'weight-missing', {}],
  ])('%s', async (_, from, to, problem, values) => {
    await expect(open(changed(from, to))).rejects.toMatchObject({
      values: { problem: { message: `networks.${problem}`, values } },
    });
  });
});

describe('what an HDF5 file says is not believed', () => {
  const tree: Group = { children: { a: { children: { b: { shape: [2, 3] } } } } };
  const whole = () => Buffer.concat([hdf5Head(tree), Buffer.from(Float32Array.of(1, 2, 3, 4, 5, 6).buffer)]);
  const weight = async (bytes: Buffer) => (await (await openHdf5(fileOf(bytes))).find('a/b'))!.weight();

  test('it is read as it is', async () => {
    const { shape, read } = await weight(whole());
    expect([shape, await read()]).toEqual([[2, 3], Float32Array.of(1, 2, 3, 4, 5, 6)]);
  });

  test('a weight that lies beyond the end is refused before its memory is taken', async () => {
    const bytes = whole();
    const place = Buffer.alloc(8);
    place.writeBigUInt64LE(BigInt(bytes.length - 24));
    const at = bytes.indexOf(place);
    for (const address of [BigInt(bytes.length - 23), 2n ** 40n, 2n ** 63n, 2n ** 64n - 1n]) {
      bytes.writeBigUInt64LE(address, at);
      await expect(weight(bytes)).rejects.toThrow();
    }
  });

  test('absurd shapes', async () => {
    const bytes = whole();
    const shape = Buffer.alloc(16);
    shape.writeBigUInt64LE(2n);
    shape.writeBigUInt64LE(3n, 8);
    const at = bytes.indexOf(shape);
    for (const size of [2n ** 20n, 2n ** 40n, 2n ** 62n, 2n ** 64n - 1n]) {
      bytes.writeBigUInt64LE(size, at);
      await expect(weight(bytes)).rejects.toThrow();
    }
  });

  test('a tree that leads to itself ends', async () => {
    const bytes = whole();
    // the root's tree: a node of level 1 whose only child is itself
    const at = bytes.lastIndexOf('TREE');
    bytes[at + 5] = 1;
    bytes.writeBigUInt64LE(BigInt(at), at + 32);
    await expect(weight(bytes)).rejects.toMatchObject({ problem: { message: 'networks.hdf5-endless' } });
  });

  test('a header that goes on in itself ends', async () => {
    const bytes = foreignFixture('newest-hdf5.h5');
    const root = Number(bytes.readBigUInt64LE(36));
    expect(bytes.toString('latin1', root, root + 4)).toBe('OHDR');
    // the first message becomes one that says the header goes on at a block which says the same
    const block = Buffer.concat([
      Buffer.from('OCHK'),
      Buffer.from([0x10, 16, 0, 0]),
      Buffer.alloc(16),
      Buffer.alloc(4),
    ]);
    block.writeBigUInt64LE(BigInt(bytes.length), 8);
    block.writeBigUInt64LE(BigInt(block.length), 16);
    const head = Buffer.concat([
      Buffer.from('OHDR'),
      Buffer.from([2, 0, 20, 0x10, 16, 0, 0]),
      block.subarray(8, 24),
      Buffer.alloc(4),
    ]);
    const circle = Buffer.concat([bytes, block, head]);
    circle.writeBigUInt64LE(BigInt(bytes.length + block.length), 36);
    circle.writeBigUInt64LE(BigInt(circle.length), 28);
    await expect(openHdf5(fileOf(circle))).rejects.toMatchObject({ problem: { message: 'networks.hdf5-endless' } });
  });
});
