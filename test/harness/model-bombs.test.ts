import { once } from 'node:events';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, createDeflateRaw } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { AesopError } from '../../electron/contract/errors.ts';
import type { ModelCard } from '../../electron/contract/model.ts';
import { verifyModel } from '../../electron/engine/formats/read-model.ts';
import { unpackModel } from '../../electron/storage/models/model-archive.ts';
import { MODEL_FILES, type ModelFile } from '../../electron/storage/models/model-intake.ts';
import { modelContents, sha256, withJson } from '../storage/models/model-files.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { craftedZip, type CraftedEntry } from './crafted-zip.ts';

const MB = 2 ** 20;
const files = modelContents();
type Packed = Pick<CraftedEntry, 'content' | 'packedContent' | 'size' | 'crc'>;

/** `head`, then `filler` again and again, deflated as it comes: it is never whole in memory. */
async function grown(bytes: number, filler: string, head = ''): Promise<Packed> {
  const deflate = createDeflateRaw({ level: 9 });
  const out: Buffer[] = [];
  deflate.on('data', (piece: Buffer) => out.push(piece));
  const piece = Buffer.from(filler.repeat(Math.max(1, Math.floor(MB / filler.length))));
  let [crc, size] = [0, 0];
  const write = async (part: Buffer) => {
    crc = crc32(part, crc);
    size += part.length;
    if (!deflate.write(part)) await once(deflate, 'drain');
  };
  await write(Buffer.from(head));
  while (size < bytes) await write(piece);
  deflate.end();
  await once(deflate, 'end');
  return { content: Buffer.alloc(0), packedContent: Buffer.concat(out), size, crc };
}

/** The archive of a small model with other files in place of some. */
function archiveWith(others: Partial<Record<ModelFile, Packed>>): string {
  const path = join(temporaryFolder(), 'bomb.aesop');
  writeFileSync(
    path,
    craftedZip(MODEL_FILES.map((file) => ({ name: file, method: 8, content: files[file], ...others[file] }))),
  );
  return path;
}

/** What an import of it comes to, the bytes that it wrote, and the UTF-16 units that it parsed. */
async function imported(path: string): Promise<{ code: string; written: number; parsed: number }> {
  const parse = vi.spyOn(JSON, 'parse');
  onTestFinished(() => parse.mockRestore());
  const folder = join(temporaryFolder(), 'out');
  mkdirSync(folder);
  const error: unknown = await unpackModel(path, folder)
    .then(() => verifyModel(folder))
    .catch((thrown: unknown) => thrown);
  const written = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  const parsed = parse.mock.calls.reduce((sum, [text]) => sum + text.length, 0);
  return { code: error instanceof AesopError ? error.code : 'none', written, parsed };
}

const ENTIRE_CARD = files['card.json'].toString();
const cardHead = (field: string) => `${ENTIRE_CARD.slice(0, ENTIRE_CARD.lastIndexOf('}'))},"${field}":`;

describe('a small archive with large files is refused by what it says of them', () => {
  test.each([
    ['30 million lists in one another', 'archive-damaged', 'model.json', 30, '[', '{"weightsManifest":'],
    ['10 million objects', 'archive-damaged', 'model.json', 30, '{},', '{"weightsManifest":['],
    ['half a million objects', 'model-file-large', 'model.json', 2, '{},', '{"weightsManifest":['],
    ['20 million symbols where the card says 12', 'archive-damaged', 'vocabulary.json', 60, '"",', '{"symbols":['],
    ['zeros as weights', 'archive-damaged', 'weights.bin', 64, '\0', ''],
    ['a few zeros too many as weights', 'model-truncated', 'weights.bin', 1, '\0', ''],
    ['a prompt of 60 million letters', 'archive-damaged', 'card.json', 60, 'a', cardHead('prompt')],
    ['two million versions', 'model-file-large', 'card.json', 15, '"a":"b",', cardHead('versions')],
  ] as const)('%s: %s', async (_, code, file, megabytes, filler, head) => {
    const bomb = await grown(megabytes * MB, filler, head);
    const path = archiveWith({ [file]: bomb });
    expect(statSync(path).size).toBeLessThan(MB);
    const outcome = await imported(path);
    expect(outcome).toMatchObject({ code, written: 0 });
    expect(outcome.parsed).toBeLessThan(10_000);
  });

  test('one that says less than it holds is unpacked as far as it said', async () => {
    for (const file of ['vocabulary.json', 'weights.bin'] as const) {
      const zeros = { ...(await grown(30 * MB, '\0')), size: files[file].length };
      const { code, written } = await imported(archiveWith({ [file]: zeros }));
      expect(code).toBe('model-damaged');
      expect(written).toBeLessThanOrEqual(MODEL_FILES.reduce((sum, each) => sum + files[each].length, 0));
    }
  });

  test('all four files at once', async () => {
    const zeros = await grown(64 * MB, '\0');
    const all = Object.fromEntries(MODEL_FILES.map((file) => [file, zeros]));
    expect(await imported(archiveWith(all))).toEqual({ code: 'archive-damaged', written: 0, parsed: 0 });
  });
});

/** A card that vouches for another file, and says how many symbols there are. */
async function vouched(file: 'model.json' | 'vocabulary.json', bytes: Buffer, vocabularySize = 12): Promise<string> {
  const changed = withJson({ ...files, [file]: bytes }, 'card.json', (card) => {
    Object.assign(card, { vocabularySize });
    (card as unknown as ModelCard).files[file] = sha256(bytes);
  });
  return archiveWith({ [file]: { content: bytes }, 'card.json': { content: changed['card.json'] } });
}

describe('a file that is as large as it may be and as the card says, but no model', () => {
  test.each([
    ['half a million lists in one another', 'model.json', '['.repeat(500_000)],
    ['as many empty objects', 'model.json', `{"weightsManifest":[${'{},'.repeat(250_000)}`],
    ['a vocabulary of lists in one another', 'vocabulary.json', '['.repeat(4 * MB)],
    ['a vocabulary of objects in one another', 'vocabulary.json', '{"symbols":'.repeat(200_000)],
    ['a vocabulary of more symbols than the card says', 'vocabulary.json', `{"symbols":[${'"",'.repeat(MB)}`],
  ] as const)('%s in %s is never parsed', async (_, file, text) => {
    const { code, parsed } = await imported(await vouched(file, Buffer.from(text)));
    expect(code).toBe('model-damaged');
    // the card twice, and the vocabulary before model.json
    expect(parsed).toBeLessThan(10_000);
  });

  test('and one that is not what the card says is never parsed either', async () => {
    const text = Buffer.from(
      JSON.stringify({ ...JSON.parse(files['vocabulary.json'].toString()), icu: 'x'.repeat(50) }),
    );
    const folder = join(temporaryFolder(), 'model');
    mkdirSync(folder);
    for (const file of MODEL_FILES) writeFileSync(join(folder, file), file === 'vocabulary.json' ? text : files[file]);
    const parse = vi.spyOn(JSON, 'parse');
    onTestFinished(() => parse.mockRestore());
    await expect(verifyModel(folder)).rejects.toMatchObject({
      code: 'model-damaged',
      values: { file: 'vocabulary.json' },
    });
    expect(parse.mock.calls.map(([read]) => read.length)).toEqual([files['card.json'].length]);
  });

  test('a card within a megabyte, of as many versions as fit or of a prompt as long, is refused or cut', async () => {
    const versions = Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`v${n}`, '1']));
    const wide = withJson(files, 'card.json', (card) => ({ ...card, versions }));
    expect((await imported(archiveWith({ 'card.json': { content: wide['card.json'] } }))).code).toBe('model-damaged');
    const long = withJson(files, 'card.json', (card) => ({ ...card, prompt: 'a'.repeat(900_000) }));
    const folder = temporaryFolder();
    await unpackModel(archiveWith({ 'card.json': { content: long['card.json'] } }), folder);
    expect((await verifyModel(folder)).prompt).toHaveLength(10_000);
  });
});
