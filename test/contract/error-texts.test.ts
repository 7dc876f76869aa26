import { describe, expect, test } from 'vitest';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ERROR_PHRASES } from '../../electron/contract/error-phrases.ts';
import { ERROR_TEXTS } from '../../electron/contract/error-texts.ts';
import { AesopError, errorText, plainErrorSchema, phrase, toPlainError } from '../../electron/contract/errors.ts';
import {
  checkConflicts,
  defaultHyperparameters,
  parseHyperparameter,
} from '../../electron/contract/hyperparameters.ts';
import { runSchema } from '../../electron/contract/run.ts';
import { readJson } from '../../electron/storage/files/json.ts';
import { readSafetensors } from '../../electron/storage/checkpoints/safetensors.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
const HAN = /\p{Script=Han}/u;

describe('the catalogue', () => {
  test.each(Object.entries(ERROR_TEXTS))('%s says the same values in both languages', (_, { en, zh }) => {
    expect(placeholders(zh.message + zh.hint)).toEqual(placeholders(en.message + en.hint));
    expect(HAN.test(zh.message)).toBe(true);
  });

  test.each(Object.entries(ERROR_PHRASES))('the phrase %s says the same values in both languages', (_, { en, zh }) => {
    expect(placeholders(zh)).toEqual(placeholders(en));
    expect(HAN.test(zh)).toBe(true);
  });
});

async function failureOf(work: () => unknown): Promise<AesopError> {
  try {
    await work();
  } catch (thrown) {
    return thrown as AesopError;
  }
  throw new Error('It did not fail.');
}

/** A file with that content. */
async function file(content: string | Buffer): Promise<string> {
  const path = join(temporaryFolder(), 'a.bin');
  await writeFile(path, content);
  return path;
}

const header = (json: string) => {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, Buffer.from(json)]);
};
const tensor = (end: number) => header(`{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,${end}]}}`);
const tied = { ...defaultHyperparameters(), tieWeights: true, embeddingSize: 8, units: 16 };

describe('an error with a part of a sentence', () => {
  test.each([
    ['a file that is no JSON', async () => readJson(await file('{'), runSchema)],
    ['a file with a wrong field', async () => readJson(await file('{"version":1}'), runSchema)],
    ['a file of another kind', async () => readJson(await file('[]'), runSchema)],
    ['weights that end too early', async () => readSafetensors(await file('abc'))],
    ['weights with a wrong header', async () => readSafetensors(await file(header('{"w":1}')))],
    ['weights with a gap', async () => readSafetensors(await file(tensor(12)))],
    ['weights with too few numbers', async () => readSafetensors(await file(tensor(8)))],
    ['a wrong kind', () => parseHyperparameter('units', 'many')],
    ['a wrong choice', () => parseHyperparameter('optimizer', 'none')],
    ['no boolean', () => parseHyperparameter('lowercase', 'perhaps')],
    ['sizes that differ', () => checkConflicts(tied)],
    ['tied weights without an embedding', () => checkConflicts({ ...tied, input: 'one-hot' })],
  ])('is whole in both languages: %s', async (_, work) => {
    const { code, values } = await failureOf(work);
    const said = (language: 'en' | 'zh') => {
      const { message, hint } = errorText(code, values, language);
      return `${message} ${hint}`;
    };
    expect(said('en')).not.toMatch(/[{}]|\p{Script=Han}/u);
    // names of files, fields and flags stay as they are; two English words beside each other are a sentence
    expect(said('zh').replaceAll(/“[^”]*”/g, '')).not.toMatch(/[{}]|[a-z]{2,} [a-z]{2,}/i);
  });

  test('comes whole over a process border', () => {
    const error = new AesopError('file-damaged', { path: 'a', problem: phrase('numbers-misplaced', { name: 'w' }) });
    const crossed = plainErrorSchema.parse(JSON.parse(JSON.stringify(toPlainError(error))));
    expect(errorText('file-damaged', crossed.values, 'zh').message).toBe('“a”已损坏：在 w 处有空缺或重叠。');
    expect(crossed.message).toBe('“a” is damaged: it has a gap or an overlap at w.');
  });

  test('written by an earlier Aesop, as plain words, is shown as it was', () => {
    expect(errorText('file-damaged', { path: 'a', problem: 'is not JSON' }, 'en').message).toContain('is not JSON');
  });
});
