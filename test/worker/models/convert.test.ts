import { crc32 } from 'node:zlib';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyModel } from '../../../electron/engine/formats/index.ts';
import { bytesOf } from '../../../electron/engine/formats/weights-file.ts';
import { createKernels, type Kernels } from '../../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import type { JobContext } from '../../../electron/worker/job.ts';
import { convert } from '../../../electron/worker/models/foreign/convert.ts';
import { foreignFixture } from '../../engine/formats/import/fixtures.ts';
import { filesOf, unzipped } from '../../engine/formats/import/sources.ts';
import { leaving, unheard } from '../../engine/formats/leaving.ts';
import { emptyFolder } from '../../engine/formats/small-model.ts';
import { craftedZip, type CraftedEntry } from '../../harness/crafted-zip.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = createKernels(await loadRuntime());
});

type Files = Record<string, Buffer>;
const NAME = 'offered';

/** The files of a small model of ours as safetensors. */
async function safetensors(): Promise<Files> {
  const { small, place } = await leaving(kernels, { context: 'sequence', layers: 1 }, 'safetensors');
  small.model.dispose();
  return filesOf(place);
}

function inFolder(files: Files): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

function inZip(entries: readonly CraftedEntry[]): string {
  const path = join(emptyFolder(), 'offered.zip');
  writeFileSync(path, craftedZip(entries));
  return path;
}
const entriesOf = (files: Files, method = 8): CraftedEntry[] =>
  Object.entries(files).map(([name, content]) => ({ name, content, method }));

/** Converts into a folder of its own, beside which nothing may appear. */
async function converted(path: string, vocabulary?: { path: string; name: string }) {
  const outside = emptyFolder();
  const folder = join(outside, 'target');
  mkdirSync(folder);
  try {
    const card = await convert({ path, name: NAME, folder, id: 'it', vocabulary }, unheard() as JobContext);
    await verifyModel(folder);
    return card;
  } finally {
    expect(readdirSync(outside)).toEqual(['target']);
  }
}

interface Entry {
  dtype: string;
  shape: number[];
  data_offsets: number[];
}

/** A file of tensors with its header said otherwise. */
function withHeader(files: Files, change: (header: Record<string, Entry>) => void): Files {
  const bytes = files['model.safetensors'];
  const length = Number(bytes.readBigUInt64LE(0));
  const header = JSON.parse(bytes.subarray(8, 8 + length).toString()) as Record<string, Entry>;
  change(header);
  const text = Buffer.from(JSON.stringify(header));
  const prefix = Buffer.alloc(8);
  prefix.writeBigUInt64LE(BigInt(text.length));
  return { ...files, 'model.safetensors': Buffer.concat([prefix, text, bytes.subarray(8 + length)]) };
}
const withConfig = (files: Files, change: object): Files => ({
  ...files,
  'config.json': Buffer.from(JSON.stringify({ ...JSON.parse(files['config.json'].toString()), ...change })),
});

describe('what a model may come as', () => {
  test('a folder, a zip stored or packed, in a folder of its own or not', async () => {
    const files = await safetensors();
    const inner = entriesOf(files).map((entry) => ({ ...entry, name: `small/${entry.name}` }));
    for (const path of [inFolder(files), inZip(entriesOf(files, 0)), inZip(entriesOf(files)), inZip(inner)])
      expect(await converted(path)).toMatchObject({ name: 'Small', origin: { format: 'safetensors', file: NAME } });
  });

  test('one file, whose vocabulary is named', async () => {
    const { small, place } = await leaving(kernels, { context: 'sequence' }, 'onnx');
    small.model.dispose();
    const words = emptyFolder();
    writeFileSync(join(words, 'words.txt'), `${small.vocabulary.symbols.join('\n')}\n`);
    const model = join(place, 'model.onnx');
    await expect(converted(model)).rejects.toMatchObject({ code: 'vocabulary-wanted', values: { name: NAME } });
    const card = await converted(model, { path: join(words, 'words.txt'), name: 'words.txt' });
    expect(card.origin).toEqual({ format: 'onnx', file: NAME, vocabulary: 'words.txt', form: 'lines' });
  });
});

describe('an archive in a folder', () => {
  const KERAS = foreignFixture('keras-3.keras');
  const words = Buffer.from(`${Array.from({ length: 11 }, (_, id) => `w${id}`).join('\n')}\n`);

  test('is one of its models', async () => {
    const card = await converted(inFolder({ 'net.keras': KERAS, 'words.txt': words }));
    expect(card.origin).toMatchObject({ format: 'keras', vocabulary: 'words.txt' });
  });

  test('may have the vocabulary packed with it', async () => {
    const files = await safetensors();
    const folder = inFolder({ 'a.zip': craftedZip(entriesOf(files)), 'notes.txt': Buffer.from('as of May') });
    expect((await converted(folder)).origin).toMatchObject({ format: 'safetensors', vocabulary: 'vocabulary.json' });
  });

  test('does no harm beside a model where it is torn', async () => {
    const folder = inFolder({ ...(await safetensors()), 'old.zip': KERAS.subarray(0, 500) });
    expect((await converted(folder)).origin).toMatchObject({ format: 'safetensors' });
    await expect(converted(inFolder({ 'old.zip': KERAS.subarray(0, 500) }))).rejects.toMatchObject({
      code: 'not-a-model',
    });
  });

  test('beside another model is asked about', async () => {
    await expect(converted(inFolder({ ...(await safetensors()), 'net.keras': KERAS }))).rejects.toMatchObject({
      code: 'foreign-incomplete',
      values: {
        problem: { message: 'networks.several-networks', values: { files: 'model.safetensors, net.keras' } },
      },
    });
  });

  test('packed or not, no bit of its weights goes unnoticed', async () => {
    const files = unzipped(KERAS);
    const path = join(emptyFolder(), 'net.keras');
    const at = KERAS.indexOf('model.weights.h5') + 20_000;
    const changed = Buffer.from(KERAS);
    changed[at] ^= 1;
    const crc = (crc32(files['model.weights.h5']) ^ 1) >>> 0;
    const packed = entriesOf(files).map((entry) => (entry.name === 'model.weights.h5' ? { ...entry, crc } : entry));
    for (const archive of [changed, craftedZip(packed)]) {
      writeFileSync(path, archive);
      await expect(converted(path)).rejects.toMatchObject({
        code: 'archive-damaged',
        values: { problem: { message: 'phrases.archive-crc', values: { file: 'model.weights.h5' } } },
      });
    }
  });
});

describe('hostile files are refused in words, and nothing appears outside the target', () => {
  test.each<[string, (files: Files) => Files, string]>([
    [
      'a place beyond the end',
      (files) => withHeader(files, (h) => (h['output.bias'].data_offsets[1] = 2 ** 50)),
      'foreign-damaged',
    ],
    [
      'tensors over one another',
      (files) => withHeader(files, (h) => (h['output.bias'].data_offsets = h['lstm.bias_ih_l0'].data_offsets)),
      'foreign-damaged',
    ],
    ['a negative dimension', (files) => withHeader(files, (h) => (h['output.bias'].shape = [-1])), 'foreign-damaged'],
    ['an absurd shape', (files) => withHeader(files, (h) => (h['output.bias'].shape = [2 ** 40])), 'foreign-alien'],
    [
      'another kind of numbers',
      (files) => withHeader(files, (h) => (h['output.bias'].dtype = 'BF16')),
      'foreign-alien',
    ],
    [
      'a tensor too many',
      (files) => withHeader(files, (h) => (h.more = { dtype: 'F32', shape: [0], data_offsets: [0, 0] })),
      'foreign-alien',
    ],
    ['a million layers', (files) => withConfig(files, { layers: 1_000_000 }), 'foreign-large'],
    ['billions of units', (files) => withConfig(files, { units: 2 ** 40 }), 'foreign-large'],
    ['a vocabulary beyond all', (files) => withConfig(files, { vocabularySize: 2 ** 30 }), 'foreign-large'],
    ['deep JSON', (files) => ({ ...files, 'config.json': Buffer.from('['.repeat(500_000)) }), 'foreign-damaged'],
    [
      'a settings file of somebody else',
      (files) => ({ ...files, 'config.json': Buffer.from('{"model_type":"gpt2"}') }),
      'foreign-alien',
    ],
    ['no settings', ({ 'config.json': _, ...files }) => files, 'foreign-incomplete'],
    [
      'a file cut short',
      (files) => ({ ...files, 'model.safetensors': files['model.safetensors'].subarray(0, -7) }),
      'foreign-damaged',
    ],
  ])('%s', async (_, change, code) => {
    await expect(converted(inFolder(change(await safetensors())))).rejects.toMatchObject({ code });
  });

  test('a number that is none', async () => {
    const files = await safetensors();
    const bytes = Buffer.from(files['model.safetensors']);
    bytesOf(Float32Array.of(NaN)).copy(bytes, bytes.length - 8);
    await expect(converted(inFolder({ ...files, 'model.safetensors': bytes }))).rejects.toMatchObject({
      code: 'model-not-finite',
    });
  });

  test('links, and names that lead out of an archive, are not followed', async () => {
    const files = await safetensors();
    const elsewhere = inFolder(files);
    const folder = inFolder({ ...files });
    const linked = emptyFolder();
    for (const name of readdirSync(folder)) symlinkSync(join(elsewhere, name), join(linked, name));
    await expect(converted(linked)).rejects.toMatchObject({ code: 'not-a-model' });
    const out = entriesOf(files).map((entry) => ({ ...entry, name: `../${entry.name}` }));
    await expect(converted(inZip(out))).rejects.toMatchObject({ code: 'not-a-model' });
    const links = entriesOf(files).map((entry) => ({ ...entry, mode: 0o120777 }));
    await expect(converted(inZip(links))).rejects.toMatchObject({ code: 'not-a-model' });
  });

  test('a zip that would grow beyond all is not unpacked', async () => {
    const files = await safetensors();
    const bomb = { name: 'zeros.bin', content: Buffer.alloc(2 ** 25), method: 8 };
    const path = inZip([...entriesOf(files), bomb]);
    expect(readFileSync(path).length).toBeLessThan(200_000);
    await expect(converted(path)).rejects.toMatchObject({ code: 'archive-damaged' });
    const liar = entriesOf(files).map((entry) => ({ ...entry, size: entry.content.length - 1 }));
    await expect(converted(inZip(liar))).rejects.toMatchObject({ code: 'archive-damaged' });
  });
});
