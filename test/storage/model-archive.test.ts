import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { packFolder, unpackModel } from '../../electron/storage/model-archive.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Weights that hold what a careless reader takes for the marks of a zip. */
const WEIGHTS = Buffer.concat([
  Buffer.from('PK\x07\x08PK\x03\x04PK\x01\x02PK\x05\x06'),
  Buffer.from(Float32Array.from({ length: 300_000 }, (_, n) => Math.sin(n)).buffer),
]);
const FILES = {
  'model.json': '{}',
  'weights.bin': WEIGHTS,
  'vocabulary.json': '{"symbols":["故"]}',
  'card.json': '{}',
};

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

const asBytes = Object.fromEntries(
  Object.entries(FILES).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
);

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

  test('that is cut off or tampered with is no model', async () => {
    const archive = zipped(asBytes);
    const bytes = readFileSync(archive);
    bytes.fill(0xff, 200, 400);
    const tampered = join(temporaryFolder(), 'tampered.zip');
    writeFileSync(tampered, bytes);
    await expect(unpacked(tampered)).rejects.toMatchObject({ code: 'not-a-model' });
    truncateSync(archive, 5000);
    await expect(unpacked(archive)).rejects.toMatchObject({ code: 'not-a-model' });
  });

  test('whose files grow beyond what it says is given up', async () => {
    const bytes = readFileSync(zipped({ ...asBytes, 'weights.bin': new Uint8Array(5_000_000) }));
    const central = bytes.lastIndexOf(Buffer.from('weights.bin')) - 46;
    bytes.writeUInt32LE(1000, central + 24);
    const path = join(temporaryFolder(), 'bomb.zip');
    writeFileSync(path, bytes);
    await expect(unpacked(path)).rejects.toMatchObject({ code: 'not-a-model' });
  });
});
