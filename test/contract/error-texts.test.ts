import { describe, expect, test } from 'vitest';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AesopError, plainErrorSchema, toPlainError } from '../../electron/contract/errors.ts';
import {
  checkConflicts,
  defaultHyperparameters,
  parseHyperparameter,
} from '../../electron/contract/hyperparameters.ts';
import { message } from '../../electron/contract/message.ts';
import { runSchema } from '../../electron/contract/run.ts';
import { readJson } from '../../electron/storage/files/json.ts';
import { readSafetensors } from '../../electron/storage/checkpoints/safetensors.ts';
import { chinese, english } from '../messages/said.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

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
    ['a file that is no JSON', async () => readJson(await file('{'), 'run', runSchema)],
    ['a file with a wrong field', async () => readJson(await file('{"version":1}'), 'run', runSchema)],
    ['a file of another kind', async () => readJson(await file('[]'), 'run', runSchema)],
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
    const thrown = await failureOf(work);
    const whole = ({ message: what, hint }: { message: string; hint: string }) => `${what} ${hint}`;
    expect(whole(english(thrown))).not.toMatch(/[{}]|\p{Script=Han}/u);
    // names of files, fields and flags stay as they are; two English words beside each other are a sentence
    expect(whole(chinese(thrown)).replaceAll(/“[^”]*”/g, '')).not.toMatch(/[{}]|[a-z]{2,} [a-z]{2,}/i);
  });

  test('comes whole over a process border', () => {
    const error = new AesopError('file-damaged', {
      path: 'a',
      problem: message('phrases.numbers-misplaced', { name: 'w' }),
    });
    const crossed = plainErrorSchema.parse(JSON.parse(JSON.stringify(toPlainError(error))));
    expect(chinese(crossed).message).toBe('“a”已损坏：在 w 处有空缺或重叠。');
    expect(english(crossed).message).toBe('“a” is damaged: it has a gap or an overlap at w.');
  });

  test('written by an earlier Aesop, as plain words, is shown as it was', () => {
    const { code, values } = new AesopError('file-damaged', { path: 'a', problem: 'is not JSON' });
    expect(english({ code, values }).message).toContain('is not JSON');
  });

  test('written by an earlier Aesop, with the name of a phrase, is said in the language of now', () => {
    const values = { path: 'a', problem: { phrase: 'numbers-misplaced', values: { name: 'w' } } };
    const error = plainErrorSchema.parse({ code: 'file-damaged', message: 'old', hint: 'old', values, detail: '' });
    expect(chinese(error).message).toBe('“a”已损坏：在 w 处有空缺或重叠。');
  });

  test('of an Aesop that knows more is shown as that one wrote it', () => {
    const error = plainErrorSchema.parse({
      code: 'moon-full',
      message: 'The moon is full.',
      hint: 'Wait.',
      values: {},
    });
    expect(chinese(error)).toEqual({ message: 'The moon is full.', hint: 'Wait.' });
  });
});
