import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { foreignFixture } from '../engine/formats/import/fixtures.ts';
import { aesop, expectFailure, FABLE, temporaryFolder, usePortableEngine } from './aesop.ts';

const folder = await temporaryFolder();
usePortableEngine();
const at = (name: string) => join(folder, name);
const inWorkspace = (...args: string[]) => aesop(['--workspace', at('workspace'), ...args]);
const elsewhere = (...args: string[]) => aesop(['--workspace', at('elsewhere'), ...args]);
const SMALL = ['--units', '8', '--embedding-size', '8', '--steps', '3', '--batch-size', '4'];

let model: string;
let story: string;
const tell = ['--prompt', 'long ago , the mice', '--words', '8', '--seed', '3', '--quiet'];
beforeAll(async () => {
  const trained = await inWorkspace('train', FABLE, '--name', 'small', '--json', '--tokenizer', 'whitespace', ...SMALL);
  model = String(trained.json().at(-1)!.run);
  story = (await inWorkspace('tell', model, ...tell)).stdout;
  expect(story).toContain('the mice');
  for (const format of ['onnx', 'safetensors'])
    expect((await inWorkspace('export', model, '--format', format, '--target', at(format))).code).toBe(0);
});

test('a folder comes in under the name it is given, tells the same story, and its card tells no figure', async () => {
  const made = await elsewhere('import', at('safetensors'), '--name', 'The old fable');
  expect(made.code).toBe(0);
  expect(made.stderr).toContain('imported from: safetensors, safetensors');
  expect(made.stderr).toMatch(/vocabulary: \d+ symbols as vocabulary\.json, a vocabulary of Aesop, lists them/);
  const [id] = made.stdout.split(' ');
  expect((await elsewhere('tell', id, ...tell)).stdout).toBe(story);
  const { stdout } = await elsewhere('inspect', id);
  expect(stdout).toContain('The old fable');
  expect(stdout).toMatch(/text +not known/);
  for (const untold of ['perplexity', '--learning-rate', 'sha256', 'steps in']) expect(stdout).not.toContain(untold);
  expect(stdout).toMatch(/--units +8/);
  expect((await elsewhere('models')).stdout).toMatch(/The old fable +– +[\d,]+ +– +– +–/);
});

test('a file without its vocabulary asks for it by name, and comes in with it', async () => {
  const file = join(at('onnx'), 'model.onnx');
  expectFailure(await elsewhere('import', file), 1, /came without its vocabulary.*\n.*--vocabulary words\.txt/);
  const { symbols } = JSON.parse(readFileSync(join(at('onnx'), 'vocabulary.json'), 'utf8')) as { symbols: string[] };
  writeFileSync(at('words.txt'), symbols.join('\n'));
  writeFileSync(at('few.json'), JSON.stringify(symbols.slice(1)));
  const misfit = new RegExp(
    `“few\\.json” holds ${symbols.length - 1} symbols, and the model “model\\.onnx” has ${symbols.length}`,
  );
  expectFailure(await elsewhere('import', file, '--vocabulary', at('few.json')), 1, misfit);
  const made = await elsewhere('import', file, '--vocabulary', at('words.txt'), '--json');
  expect(made.code).toBe(0);
  const [{ origin }] = made.json();
  expect(origin).toMatchObject({ format: 'onnx', file: 'model.onnx', vocabulary: 'words.txt', form: 'lines' });
});

test('the files that a model lies in may be given one by one, its vocabulary among them', async () => {
  const files = ['model.onnx', 'vocabulary.json'].map((name) => join(at('onnx'), name));
  const made = await elsewhere('import', ...files, '--quiet');
  expect(made.code).toBe(0);
  expect((await elsewhere('tell', made.stdout.trim(), ...tell)).stdout).toBe(story);
  expectFailure(await elsewhere('import', files[0], at('nowhere.json')), 1, /nowhere\.json/);
  expectFailure(await elsewhere('import', files[0], at('onnx')), 1, /is a folder/);
});

test('what a model reads for the number of a symbol is asked where its file does not say it', async () => {
  writeFileSync(at('numbers.keras'), foreignFixture('numbers.keras'));
  writeFileSync(at('eleven.txt'), 'abcdefghijk'.split('').join('\n'));
  const given = ['import', at('numbers.keras'), at('eleven.txt')];
  expectFailure(await elsewhere(...given), 1, /one number for a symbol.*\n.*--id-scale divided/);
  expectFailure(await elsewhere(...given, '--id-scale', 'halved'), 2, /plain, divided, centred, minmax, symmetric/);
  const told = [];
  for (const scale of ['plain', 'divided']) {
    const made = await elsewhere(...given, '--id-scale', scale, '--quiet');
    expect(made.code).toBe(0);
    told.push((await elsewhere('tell', made.stdout.trim(), '--prompt', 'hid', '--words', '30', '--quiet')).stdout);
  }
  expect(told[0]).not.toBe(told[1]);
});
