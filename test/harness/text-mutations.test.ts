import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { AesopError } from '../../electron/contract/errors.ts';
import type { Random } from '../../electron/engine/random.ts';
import { cutStretch } from '../../electron/engine/text/tokenizers/cut.ts';
import {
  corpusStatistics,
  createTokenizer,
  ENCODINGS,
  previewFile,
  readCorpus,
} from '../../electron/engine/text/index.ts';
import { searchText } from '../../electron/engine/text/search.ts';
import { readTextSlice } from '../../electron/storage/files/text-slice.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { HARNESS_TIMEOUT, rounds } from './rounds.ts';

/** Of each script a little; an encoding that has not all of it writes question marks. */
const SAMPLES = [
  readFileSync('resources/corpora/belling-the-cat.txt', 'utf8'),
  '从前有一只老鼠，他说：“这是一个好主意。”\n大家都同意了。',
  '昔々、鼠たちは会議を開いた。「それは良い考えだ」と言った。\n',
  '옛날에 쥐들이 회의를 열었다. "좋은 생각이다" 하고 말했다.\n',
  'Однажды мыши собрались на совет. «Это хорошая мысль», — сказали они.\n',
];
const TOKENIZERS = ['words', 'characters', 'whitespace'] as const;

/** A whole number from 0 on; 0 also where there is none below the limit. */
const below = (random: Random, limit: number) => (limit > 0 ? random.integer(limit) : 0);
const oneOf = <T>(random: Random, choices: readonly T[]): T => choices[below(random, choices.length)];

/** A text in that encoding; in UTF-8 where nothing here writes it. */
function base(random: Random, encoding: string): Buffer {
  const text = oneOf(random, SAMPLES).repeat(1 + below(random, 12));
  return iconv.encodingExists(encoding) ? iconv.encode(text, encoding) : Buffer.from(text);
}

/** What happens to files: bytes flipped, holes, pieces swapped, doubled or lost, other encodings let in, long runs. */
const MUTATIONS: ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => {
    for (let count = 1 + below(random, 200); count > 0; count--)
      bytes[below(random, bytes.length)] = below(random, 256);
    return bytes;
  },
  (bytes, random) => bytes.subarray(below(random, bytes.length)),
  (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  (bytes, random) => bytes.fill(oneOf(random, [0, 0x0a, 0x20, 0x80, 0xff]), below(random, bytes.length)),
  (bytes, random) => Buffer.concat([bytes.subarray(below(random, bytes.length)), bytes]),
  (bytes, random) => Buffer.concat([bytes, base(random, oneOf(random, ENCODINGS))]),
  (bytes, random) => Buffer.concat([Buffer.from(oneOf(random, ['fffe', 'feff', 'efbbbf', '2b2f76'])), bytes]),
  (bytes, random) => Buffer.concat([Buffer.from(oneOf(random, ['fffe', 'feff', 'efbbbf']), 'hex'), bytes]),
  (bytes, random) =>
    Buffer.concat([bytes, Buffer.alloc(below(random, 8_000), oneOf(random, ['x', '\r', '中', '\u0301', '👩‍👩']))]),
  (_bytes, random) => Buffer.from(Uint8Array.from({ length: below(random, 5_000) }, () => below(random, 256))),
  (_bytes, random) =>
    Buffer.from(Uint16Array.from({ length: below(random, 3_000) }, () => below(random, 65_536)).buffer),
];

/** Everything that is done with a text from its file to its page. */
async function useText(path: string, random: Random): Promise<void> {
  const encoding = random.uniform() < 0.3 ? oneOf(random, ENCODINGS) : undefined;
  await previewFile(path, 'a.txt', encoding);
  let text = '';
  const tokenizer = random.uniform() < 0.5 ? undefined : oneOf(random, TOKENIZERS);
  const lowercase = random.uniform() < 0.3;
  const corpus = await readCorpus(
    { path },
    { encoding, tokenizer, lowercase, onText: (piece) => void (text += piece) },
  );
  expect(corpus.characters).toBe(text.length);
  const { symbols, distinct } = await corpusStatistics(corpus);
  expect([symbols, distinct]).toEqual([corpus.ids.length, corpus.vocabulary.size]);

  const kept = join(path, '..', 'text.txt');
  await writeFile(kept, text);
  const from = below(random, text.length);
  const slice = await readTextSlice(kept, from, 2_000);
  const cutter = createTokenizer(corpus.vocabulary.tokenizer, { lowercase });
  const cut: string[] = [];
  cutStretch(slice.text, { from: 0, to: slice.text.length, final: true }, cutter, (symbol) => void cut.push(symbol));
  if (corpus.vocabulary.tokenizer === 'whitespace') expect(cut).not.toContain('');
  else if (!lowercase) expect(cutter.join(cut)).toBe(slice.text);

  const asked = text.slice(from, from + 1 + below(random, 8)).trim() || 'a';
  const pieces = (async function* () {
    for (let at = 0; at < text.length; at += 977) yield text.slice(at, at + 977);
  })();
  const { offsets, lengths } = await searchText(pieces, asked, { most: 1_000 });
  for (const [index, offset] of offsets.entries()) expect(offset + lengths[index]).toBeLessThanOrEqual(text.length);
}

test(
  'no text brings the reading of texts down: it is read, or refused in words',
  async () => {
    const folder = temporaryFolder();
    for (const { random, name, number } of rounds('texts', 80)) {
      let bytes = base(random, ENCODINGS[number % ENCODINGS.length]);
      for (let count = below(random, 4); count > 0 && bytes.length > 0; count--)
        bytes = oneOf(random, MUTATIONS)(bytes, random);
      const path = join(folder, 'a.txt');
      await writeFile(path, bytes);
      const thrown = await useText(path, random).catch((error: unknown) => error);
      if (thrown === undefined) continue;
      expect(thrown, `${name}: ${(thrown as Error).stack}`).toBeInstanceOf(AesopError);
      expect((thrown as AesopError).code, name).toMatch(
        /^text-(empty|blank|binary|undecodable|one-symbol|table-unread)$/,
      );
    }
  },
  HARNESS_TIMEOUT,
);
