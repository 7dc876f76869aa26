import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportFormats } from '../../electron/contract/export-formats.ts';
import { ENCODINGS } from '../../electron/engine/text/encodings/encodings.ts';
import { aesop, FABLE, start, temporaryFolder, usePortableEngine, type Outcome } from './aesop.ts';
import { leftovers, TYPED } from './leftovers.ts';

const folder = await temporaryFolder();
usePortableEngine();
const workspace = join(folder, 'ὁ οἶκος');
const made = (...args: string[]) => aesop([...args, '--language', 'en-XA'], { env: { AESOP_HOME: workspace } });
const SMALL = ['--units', '16', '--embedding-size', '8', '--steps', '20', '--report-every', '10', '--batch-size', '8'];
/** Of one of the letters that no message is written in. */
const TEXT = join(folder, 'μῦθος.txt');
const SENTENCE = 'ὁ μῦς καὶ ὁ λέων ἦσαν φίλοι , ὁ δὲ μῦς ἔσωσε τὸν λέοντα . ';

let trained: Outcome;
/** What outputs about the text, its run and model name. */
let data: string[];
let model: string;
beforeAll(async () => {
  await writeFile(TEXT, SENTENCE.repeat(40));
  trained = await made('train', TEXT, '--verbose', '--validation-fraction', '0.1', ...SMALL);
  const [run] = (await made('runs', '--json')).json() as { id: string }[];
  const [corpus] = (await made('inspect', TEXT, '--json')).json() as { encoding: string; language: string }[];
  model = run.id;
  data = [folder, 'μῦθος.txt', run.id, corpus.encoding, corpus.language, 'whitespace', 'adam'];
});

function expectNoneLeft({ stdout, stderr }: Pick<Outcome, 'stdout' | 'stderr'>, named: readonly string[]): void {
  expect(`${stdout}${stderr}`).toContain('⟦');
  expect(leftovers(stdout, named)).toEqual([]);
  expect(leftovers(stderr, named)).toEqual([]);
}

/** Every string of a JSON value that no message said. */
function plainStrings(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('⟦') ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(plainStrings) : [];
}

describe('outputs', () => {
  test('train, with reasons and warnings', () => {
    expect(trained.code).toBe(0);
    expect(trained.stderr).toMatch(/^⟦ñòţè:/);
    expectNoneLeft(trained, [...data, 'window', 'cosine']);
  });

  test.each([
    ['models', ['models']],
    ['runs', ['runs']],
    ['inspect a text', ['inspect', TEXT, '--lowercase', '--tokenizer', 'whitespace']],
    ['evaluate', ['evaluate', 'MODEL', TEXT]],
    ['evaluate another text', ['evaluate', 'MODEL', FABLE]],
    ['export', ['export', 'MODEL', '--target', join(folder, 'e')]],
    ['runs --keep', ['runs', '--keep', 'MODEL']],
  ])('%s', async (_what, args) => {
    const outcome = await made(...args.map((arg) => (arg === 'MODEL' ? model : arg)));
    expectNoneLeft(outcome, [...data, 'tfjs']);
  });

  test('inspect a model, whose settings are typed', async () => {
    expectNoneLeft(await made('inspect', model), [...data, ...TYPED, 'rmsprop', 'float']);
  });

  test('the trash', async () => {
    expectNoneLeft(await made('trash'), []);
    await mkdir(join(workspace, '.trash', 'runs', 'x'), { recursive: true });
    await writeFile(join(workspace, '.trash', 'runs', 'x', 'y'), 'x'.repeat(2_400_000));
    expectNoneLeft(await made('trash'), []);
    expectNoneLeft(await made('trash', '--empty'), []);
  });

  test('an empty workspace', async () => {
    const empty = ['--workspace', join(folder, 'empty')];
    for (const verb of ['models', 'runs']) expectNoneLeft(await made(verb, ...empty), []);
  });

  test('doctor', async () => {
    const machine = (await made('doctor', '--json')).json().at(-1) as {
      checks: object;
      gpus: object;
      versions: object;
    };
    const found = plainStrings([machine.checks, machine.gpus, machine.versions]);
    expectNoneLeft(await made('doctor'), [...found, ...Object.keys(machine.versions)]);
  });

  test('story, but for the fable itself', async () => {
    const fable = 'belling-the-cat';
    const { stdout, stderr } = await made('story', '--workspace', join(folder, 'story'));
    const told = stdout.replace(/“[^”]*”|^ {5}.* → .*$|^had a general .*$/gm, ' ');
    const ids = new RegExp(`${fable}(-[a-z0-9]{5})?`, 'g');
    expectNoneLeft({ stdout: told.replace(ids, ' '), stderr }, [...data, 'utf-8', 'en']);
  });

  test('a training that is stopped', async () => {
    const env = { AESOP_HOME: workspace };
    const long = ['--language', 'en-XA', '--steps', '1000000', '--report-every', '10'];
    const { child, ended, shows } = start(['train', TEXT, ...SMALL, ...long], { env });
    await shows(/\d0\/1000000/);
    child.kill('SIGINT');
    const outcome = await ended;
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain('⟦Šţòƥƥìñğ');
    const ids = plainStrings((await made('runs', '--json')).json().map(({ id }) => id));
    expectNoneLeft(outcome, [...data, ...ids]);
  });

  test('serve', async () => {
    const serving = start(['serve', '--language', 'en-XA'], { env: { AESOP_HOME: workspace } });
    await serving.shows('http');
    const refused = await fetch(/http:[^?]+/.exec(serving.stdout())![0]);
    expectNoneLeft({ stdout: await refused.text(), stderr: '' }, []);
    serving.child.kill('SIGINT');
    expectNoneLeft(await serving.ended, []);
  });
});

describe.concurrent('errors', () => {
  test.each<[args: string[], typed: string[]]>([
    [['train'], []],
    [
      ['train', 'x', '--preset', 'fables'],
      ['fables', ...TYPED],
    ],
    [
      ['train', 'x', '--tie-weights', '--preset', 'fable'],
      ['tie-weights', 'embedding-size', 'units', 'true'],
    ],
    [
      ['train', 'x', '--tie-weights', '--input', 'one-hot', '--preset', 'fable'],
      ['tie-weights', 'one-hot', 'true'],
    ],
    [['train', 'x', '--resume', 'r', '--learning-rate', '0.1'], ['learning-rate']],
    [['train', '/nothing'], []],
    [
      ['train', TEXT, '--encoding', 'klingon'],
      ['klingon', ...ENCODINGS],
    ],
    [['tell', 'nobody'], ['nobody']],
    [
      ['export', 'm', '--format', 'gguf'],
      ['gguf', ...exportFormats],
    ],
    [['serve', '--host', '0.0.0.0'], []],
  ])('%s', async (args, typed) => {
    const outcome = await made(...args, '--workspace', join(folder, 'other'));
    expect(outcome.code).toBeGreaterThan(0);
    expectNoneLeft(outcome, [...typed, folder]);
  });
});
