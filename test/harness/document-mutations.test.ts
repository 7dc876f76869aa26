import { readdirSync, readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { stepNames } from '../../electron/contract/preparation.ts';
import { AesopError } from '../../electron/contract/errors.ts';
import type { Random } from '../../electron/engine/random.ts';
import { readText } from '../engine/text/intake/read-text.ts';
import { HARNESS_TIMEOUT, rounds } from './rounds.ts';

const FOLDERS = ['../engine/documents/fixtures/', '../cases/texts/'].map((folder) => new URL(folder, import.meta.url));
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder).map((name) => ({ name, holds: readFileSync(new URL(name, folder)) })),
).filter(({ name }) => /\.(docx|odt|epub|html|rtf|md|srt|vtt|csv|tsv|jsonl|pdf|eml|txt)$/.test(name));

const below = (random: Random, limit: number) => (limit > 0 ? random.integer(limit) : 0);
const oneOf = <T>(random: Random, choices: readonly T[]): T => choices[below(random, choices.length)];

/** Marks of every kind of document, let in where they do not belong. */
const MARKS = [
  ...[
    '<p>',
    '</w:p>',
    '<!--',
    '<![CDATA[',
    ']]>',
    '&#x110000;',
    '&amp;',
    '<script>',
    '<style>',
    '<table>',
    '\\bin99999 ',
  ],
  ...['{\\*\\x ', '}', '{\\u-1?', '"', '""', ',', '\t', '\n\n', '{"text":', '\u0000', '\u200b', '\ufeff', '\u001b[3m'],
  ...[
    '--> ',
    '00:00:01,000 --> 00:00:02,000\n',
    '# ',
    '```\n',
    '[a](b',
    '*** START OF ',
    '[01/03/24, 1:00:00 PM] A: ',
    'endobj',
    '\n--inner\n',
    '\nContent-Transfer-Encoding: base64\n\n',
  ],
];

const MUTATIONS: ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => {
    for (let count = 1 + below(random, 40); count > 0; count--) bytes[below(random, bytes.length)] = below(random, 256);
    return bytes;
  },
  (bytes, random) => bytes.subarray(below(random, bytes.length)),
  (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  (bytes, random) => Buffer.concat([bytes, oneOf(random, FILES).holds]),
  (bytes, random) => {
    const at = below(random, bytes.length);
    const mark = Buffer.from(oneOf(random, MARKS).repeat(1 + below(random, oneOf(random, [2, 2_000]))));
    return Buffer.concat([bytes.subarray(0, at), mark, bytes.subarray(at)]);
  },
];

/** The same, inside of what is packed: a checksum would give away what is changed outside. */
function packedAnew(bytes: Buffer, random: Random): Buffer {
  const members = unzipSync(bytes);
  const name = oneOf(random, Object.keys(members));
  const changed = oneOf(random, MUTATIONS)(Buffer.from(members[name]), random);
  return Buffer.from(zipSync({ ...members, [name]: strToU8(strFromU8(changed, true), true) }));
}

async function* inPieces(bytes: Buffer, random: Random): AsyncGenerator<Uint8Array> {
  const size = oneOf(random, [7, 1_000, 1 << 20]);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readMutated(random: Random): Promise<void> {
  const { name, holds } = oneOf(random, FILES);
  let bytes: Buffer = Buffer.from(holds);
  if (/\.(docx|odt|epub)$/.test(name) && random.uniform() < 0.8) bytes = packedAnew(bytes, random);
  else
    for (let count = below(random, 4); count > 0 && bytes.length > 0; count--)
      bytes = oneOf(random, MUTATIONS)(bytes, random);
  const all = Object.fromEntries(stepNames.map((step) => [step, true]));
  const { corpus, text } = await readText(inPieces(bytes, random), {
    name,
    column: random.uniform() < 0.2 ? '1' : undefined,
    prepare: random.uniform() < 0.3 ? { steps: all } : {},
  });
  expect(corpus.characters).toBe(text.length);
  for (const { examples, share } of corpus.preparation) {
    expect(share).toBeGreaterThanOrEqual(0);
    expect(examples.length).toBeGreaterThan(0);
  }
}

test(
  'no document brings the reading of documents down: it is read, or refused in words',
  async () => {
    for (const { random, name } of rounds('documents', 200)) {
      const thrown = await readMutated(random).catch((error: unknown) => error);
      if (thrown === undefined) continue;
      expect(thrown, `${name}: ${(thrown as Error).stack}`).toBeInstanceOf(AesopError);
      expect((thrown as AesopError).code, name).toMatch(/^(text|document|column)-/);
    }
  },
  HARNESS_TIMEOUT,
);
