import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { HYPERPARAMETERS } from '../../electron/contract/hyperparameter-table.ts';
import { flagName, hyperparameterNames } from '../../electron/contract/hyperparameters.ts';
import { hyperparameterHelp } from '../../electron/messages/en/hyperparameters.ts';
import { aesop, expectFailure } from './aesop.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VERBS = [
  'story',
  'train',
  'tell',
  'booklet',
  'inspect',
  'models',
  'runs',
  'evaluate',
  'export',
  'import',
  'trash',
  'doctor',
  'serve',
];

describe.concurrent('help', () => {
  test('alone names every verb', async () => {
    const { code, stdout, stderr } = await aesop([]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    for (const verb of VERBS) expect(stdout).toMatch(new RegExp(`^  ${verb}\\b`, 'm'));
  });

  test.each(VERBS)('%s --help shows usage, the flags of every verb and an example', async (verb) => {
    const { code, stdout } = await aesop([verb, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: aesop ${verb}`);
    for (const flag of ['--workspace', '--json', '--quiet', '--verbose', '--no-color']) expect(stdout).toContain(flag);
    expect(stdout).toMatch(/Examples:\n {2}aesop /);
    expect(stdout).not.toContain('\x1b[');
  });

  test('train --help holds every hyperparameter with help, range and default, by groups', async () => {
    const { stdout } = await aesop(['train', '--help']);
    const words = stdout.replace(/\s+/g, ' ');
    for (const name of hyperparameterNames) {
      const { default: fallback } = HYPERPARAMETERS[name];
      expect(words).toContain(`--${flagName(name)} `);
      expect(words).toContain(hyperparameterHelp[name]);
      expect(words).toContain(`default ${fallback})`);
    }
    for (const group of ['Reading the text:', 'The network:', 'How it learns:']) expect(stdout).toContain(group);
  });

  test.each([
    [['help', 'tarin'], /^aesop: There is no verb “tarin”\.\n {7}Did you mean train\?/],
    [['--language', 'en', 'help', 'nothing'], /^aesop: There is no verb “nothing”\.\n {7}All verbs: aesop --help/],
  ])('%j says that there is no such verb, and no more', async (args, message) =>
    expectFailure(await aesop(args), 2, message),
  );

  test('--version is the version of the package', async () => {
    expect((await aesop(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

test('through npm, stdout is the program’s alone', async () => {
  const { stdout } = await promisify(execFile)('npm', ['run', 'aesop', '--', '--version'], { cwd: ROOT });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe.concurrent('wrong usage ends with 2 and names flag, value and range', () => {
  test.each<[string, string[], RegExp]>([
    ['a mistyped verb', ['trian'], /no verb “trian”[\s\S]*Did you mean train/],
    ['a mistyped flag', ['train', 'x', '--lerning-rate', '3'], /no flag --lerning-rate[\s\S]*--learning-rate/],
    [
      'a value out of range',
      ['train', 'x', '--learning-rate', '300'],
      /--learning-rate is 300; it must be 1e-7 to 100/,
    ],
    ['a value of the wrong kind', ['train', 'x', '--units', 'many'], /--units is “many”[\s\S]*1 to 4096/],
    ['half a unit', ['train', 'x', '--units', '3.5'], /--units is “3.5”; it must be a whole number/],
    ['an unknown choice', ['train', 'x', '--optimizer', 'adamm'], /--optimizer is adamm; .*rmsprop, adam, adamw, sgd/],
    ['neither true nor false', ['train', 'x', '--lowercase=maybe'], /--lowercase is “maybe”; it must be true or false/],
    ['a flag without its value', ['train', 'x', '--units'], /--units needs a value/],
    ['an unknown preset', ['train', 'x', '--preset', 'fables'], /no preset “fables”[\s\S]*article-1x512/],
    ['settings that exclude each other', ['train', 'x', '--preset', 'fable', '--tie-weights'], /embedding-size 256/],
    ['no text to train on', ['train'], /needs a text/],
    ['no model to tell from', ['tell'], /needs <model>/],
    ['too many words', ['tell', 'a', 'b'], /does not know what to do with “b”/],
    ['a sampling out of range', ['tell', 'm', '--temperature', '9'], /--temperature is 9; it must be 0 to 5/],
    ['an unknown format', ['export', 'm', '--format', 'gguf'], /no export format “gguf”[\s\S]*tfjs/],
    ['other settings for a run that goes on', ['train', '--resume', 'r', '--units', '8'], /only --steps may be raised/],
    [
      'those by their flags',
      ['train', '--resume', 'r', '--learning-rate', '1', '--validation-file', '2', '--name', 'x'],
      /together with --learning-rate, --name, --validation-file/,
    ],
    ['an empty name', ['train', 'x', '--name', ' '], /--name is empty\.\n +It takes 1 to 120 characters/],
    ['a port that is none', ['serve', '--port', '70000'], /--port is 70000; it must be 0 to 65535/],
  ])('%s', async (_what, args, message) => {
    const outcome = await aesop(args);
    expectFailure(outcome, 2, message);
    expect(outcome.stdout).toBe('');
  });

  test('with --json the failure is one line on stdout too', async () => {
    const outcome = await aesop(['--json', 'tell', 'm', '--top-p', '3']);
    expectFailure(outcome, 2, /--top-p is 3/);
    const lines = outcome.json();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ type: 'failed', error: { code: 'setting-range', values: { value: '3' } } });
  });
});
