import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AesopError } from '../../electron/contract/errors.ts';
import type { Random } from '../../electron/engine/random.ts';
import { EXPORTS } from '../engine/documents/chat-exports.ts';
import { PAGES } from '../engine/documents/chat-pages.ts';
import { chatgptConversation } from '../engine/documents/chatgpt-conversation.ts';
import { fixture, read } from '../engine/documents/read.ts';
import { HARNESS_TIMEOUT, rounds } from './rounds.ts';

const DOCUMENTS: readonly Buffer[] = [
  ...[...EXPORTS, ...PAGES].map(([, holds]) => Buffer.from(holds)),
  Buffer.from(JSON.stringify([chatgptConversation('x', 0), chatgptConversation('y', 1)])),
  ...readdirSync(fixture(''))
    .filter((name) => /\.(docx|odt|epub|html|rtf|xml|md)$/.test(name))
    .map((name) => readFileSync(fixture(name))),
];

const oneOf = <T>(random: Random, choices: readonly T[]): T => choices[random.integer(choices.length)];

/** What happens to files, and to values in JSON and XML: bytes flipped, lost, doubled, words in the place of others. */
const MUTATIONS: ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => {
    for (let count = 1 + random.integer(20); count > 0; count--)
      bytes[random.integer(bytes.length)] = random.integer(256);
    return bytes;
  },
  (bytes, random) => bytes.subarray(0, 1 + random.integer(bytes.length)),
  (bytes, random) => Buffer.concat([bytes.subarray(random.integer(bytes.length)), bytes]),
  (bytes, random) => {
    const text = bytes.toString('latin1');
    const value = oneOf(random, ['null', '[]', '{}', '-1', '1e999', '"__proto__"', '[[[{}]]]', 'true', '']);
    let nth = random.integer(40);
    return Buffer.from(
      text.replace(/"[^"\n]{0,60}"|\d+/g, (found) => (nth-- === 0 ? value : found)),
      'latin1',
    );
  },
];

test(
  'no document brings its reading down: it is read, or refused in words',
  async () => {
    for (const { random, name } of rounds('documents', 60)) {
      let bytes: Buffer = Buffer.from(oneOf(random, DOCUMENTS));
      for (let count = random.integer(4); count > 0 && bytes.length > 0; count--)
        bytes = oneOf(random, MUTATIONS)(bytes, random);
      const thrown = await read({ holds: bytes }, { name: 'a' }).catch((error: unknown) => error);
      if (thrown instanceof AesopError) expect(thrown.code, name).toMatch(/^(?:document|text|table)-/);
      else expect(thrown, `${name}: ${(thrown as Error).stack}`).toHaveProperty('text');
    }
  },
  HARNESS_TIMEOUT,
);
