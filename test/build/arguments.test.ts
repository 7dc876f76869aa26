import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const CHECKOUT = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

/** Says what a program got. */
const ECHO = 'console.log(JSON.stringify(process.argv.slice(2)));\n';
const PROGRAMS = {
  cli: 'dist/electron/cli.js',
  bench: 'dist/bench/main.js',
  eslint: 'node_modules/eslint/bin/eslint.js',
  oxlint: 'node_modules/oxlint/bin/oxlint',
};

/** A checkout in which nothing is to be set up, and whose programs only say what they got. */
function checkout(): string {
  const root = temporaryFolder();
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  for (const read of ['build', 'electron/contract', 'electron/messages'])
    cpSync(join(CHECKOUT, read), join(root, read), { recursive: true });
  const { scripts } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8'));
  write('package.json', JSON.stringify({ type: 'module', scripts }));
  cpSync(join(CHECKOUT, '.npmrc'), join(root, '.npmrc'));
  write('build/setup/index.mjs', 'export const setUp = async () => {};\n');
  for (const program of Object.values(PROGRAMS)) write(program, ECHO);
  write('node_modules/package.json', '{ "type": "commonjs" }');
  return root;
}

const AS_TYPED = [
  '',
  ' ',
  '    for',
  'two words',
  'the "Mouse"',
  "the Cat's",
  '\\',
  'C:\\new\\"',
  'one\ntwo\r\nthree\t',
  '$HOME $(date) `date`',
  '100 % %PATH% %%',
  '* ? ! & | ; < > ^ ( )',
  '--greedy',
  '逍遥游 🐭',
  '',
];

test('what is typed behind the two dashes of an npm script reaches the program as it is', async () => {
  const root = checkout();
  const got = async (script: string) => {
    const { stdout } = await run('npm', ['run', script, '--', ...AS_TYPED], { cwd: root });
    const lines = stdout.trim().split('\n');
    return lines.map((line) => JSON.parse(line) as string[]);
  };
  expect(await got('aesop')).toEqual([AS_TYPED]);
  expect(await got('story')).toEqual([['story', ...AS_TYPED]]);
  expect(await got('bench')).toEqual([AS_TYPED]);
  const linters = await got('lint');
  expect(linters.map((each) => each.slice(-AS_TYPED.length))).toEqual([AS_TYPED, AS_TYPED]);
});
