import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { packFolder, unpackModel } from '../../../electron/storage/models/model-archive.ts';
import { modelContents, withHashes } from './model-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Weights that hold what a careless reader takes for the marks of a zip. */
const MARKS = Buffer.from('PK\x07\x08PK\x03\x04PK\x01\x02PK\x05\x06');
const whole = modelContents({ embeddingSize: 64, units: 64 });
MARKS.copy(whole['weights.bin']);
const FILES = withHashes(whole);
const WEIGHTS = FILES['weights.bin'];

function modelFolder(): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
  return folder;
}

function zipped(entries: Zippable): string {
  const path = join(temporaryFolder(), 'model.aesop');
  writeFileSync(path, zipSync(entries));
  return path;
}

const asBytes = FILES as Record<string, Uint8Array>;

async function unpacked(archive: string): Promise<string> {
  const folder = join(temporaryFolder(), 'out');
  mkdirSync(folder);
  await unpackModel(archive, folder);
  return folder;
}

describe('the archive of a model', () => {
  test('gives back every byte, and other programs read it', async () => {
    const archive = join(temporaryFolder(), 'model.zip');
    await packFolder(modelFolder(), archive);
    const folder = await unpacked(archive);
    for (const [name, content] of Object.entries(FILES))
      expect(readFileSync(join(folder, name)).equals(Buffer.from(content)), name).toBe(true);
    const others = unzipSync(readFileSync(archive));
    expect(Object.keys(others).sort()).toEqual(Object.keys(FILES).sort());
    expect(Buffer.from(others['weights.bin']).equals(WEIGHTS)).toBe(true);
    expect(readdirSync(dirname(archive))).toEqual([basename(archive)]);
  });

  test('of another program, compressed and in a folder, is read too', async () => {
    const folder = await unpacked(zipped({ 'my model': { ...asBytes, 'readme.txt': strToU8('hello') } }));
    expect(readdirSync(folder).sort()).toEqual(Object.keys(FILES).sort());
    expect(readFileSync(join(folder, 'weights.bin')).equals(WEIGHTS)).toBe(true);
  });

  test('never writes outside its folder, whatever its names say', async () => {
    const { 'card.json': card, ...others } = asBytes;
    const archive = zipped({ ...others, '../../../card.json': card, '/etc/passwd': strToU8('x') });
    const folder = await unpacked(archive);
    expect(readdirSync(folder).sort()).toEqual(Object.keys(FILES).sort());
    expect(readdirSync(join(folder, '..'))).toEqual(['out']);
  });

  test('that lacks a file says which', async () => {
    const { 'vocabulary.json': _, ...others } = asBytes;
    await expect(unpacked(zipped(others))).rejects.toMatchObject({
      code: 'model-file-missing',
      values: { id: 'model.aesop', file: 'vocabulary.json' },
    });
  });

  test.each([
    ['nothing of a model', zipSync({ 'story.txt': strToU8('once') })],
    ['no zip', Buffer.from('once upon a time')],
    ['nothing', Buffer.alloc(0)],
    [
      'a directory that points nowhere',
      Buffer.from('PK\x05\x06'.padEnd(12, '\0') + '\xff\xff\0\0\xff\xff\xff\x7f\0\0', 'latin1'),
    ],
  ])('that holds %s is no model', async (_, bytes) => {
    const path = join(temporaryFolder(), 'x.zip');
    writeFileSync(path, bytes);
    await expect(unpacked(path)).rejects.toMatchObject({ code: 'not-a-model', values: { name: 'x.zip' } });
  });

  test('that is cut off is no model', async () => {
    const archive = zipped(asBytes);
    truncateSync(archive, 5000);
    await expect(unpacked(archive)).rejects.toMatchObject({ code: 'not-a-model' });
  });

  test.each([
    ['packed', 6 as const],
    ['stored', 0 as const],
  ])('with a bit changed in its %s weights, or in its card, does not match its checksums', async (_, level) => {
    for (const file of ['weights.bin', 'card.json']) {
      const bent = Buffer.from(asBytes[file]);
      bent[900] ^= 1;
      const contents = Object.entries({ ...asBytes, [file]: bent });
      const bytes = readFileSync(
        zipped(Object.fromEntries(contents.map(([name, content]) => [name, [content, { level }]]))),
      );
      // a changed bit may make a packed stream end early, or none at all: here it unpacks, to something else than was packed
      bytes.writeUInt32LE(crc32(asBytes[file]), bytes.indexOf(file) - 30 + 14);
      bytes.writeUInt32LE(crc32(asBytes[file]), bytes.lastIndexOf(file) - 46 + 16);
      const path = join(temporaryFolder(), 'bent.zip');
      writeFileSync(path, bytes);
      await expect(unpacked(path), file).rejects.toMatchObject({
        code: 'archive-damaged',
        values: { name: 'bent.zip' },
      });
    }
  });

  test('whose files are not of the size that it says is given up', async () => {
    for (const [file, size] of [
      ['weights.bin', 1000],
      ['vocabulary.json', 20],
    ] as const) {
      const bytes = readFileSync(zipped(asBytes));
      bytes.writeUInt32LE(size, bytes.lastIndexOf(Buffer.from(file)) - 46 + 24);
      const path = join(temporaryFolder(), 'other.zip');
      writeFileSync(path, bytes);
      const code = file === 'weights.bin' ? 'model-truncated' : 'model-damaged';
      await expect(unpacked(path)).rejects.toMatchObject({ code, values: { id: 'other.zip', file } });
    }
  });
});
