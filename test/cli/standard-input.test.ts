import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pathOf } from '../cases/table.ts';
import { aesop, expectFailure, FABLE, OPEN, start, temporaryFolder, usePortableEngine } from './aesop.ts';

const workspace = join(await temporaryFolder(), 'workspace');
usePortableEngine();
const run = (args: string[], input?: Parameters<typeof aesop>[1]) => aesop([...args, '--workspace', workspace], input);

test('a text is learnt, looked at and measured from standard input, and leaves no file behind', async () => {
  const TMPDIR = await temporaryFolder();
  const input = readFileSync(FABLE);
  const trained = await run(['train', '-', '--steps', '4', '--json'], { input, env: { TMPDIR } });
  expect(trained.code).toBe(0);
  const lines = trained.json();
  const done = lines.at(-1)!;
  expect(lines[0]).toMatchObject({ type: 'corpus', name: 'standard input' });
  const [looked] = (await run(['inspect', '-', '--json'], { input })).json();
  expect(looked).toMatchObject({ type: 'corpus', sha256: lines[0].sha256 });
  const [measured] = (await run(['evaluate', String(done.model), '-', '--json'], { input })).json();
  expect(measured.accuracy).toBe(done.accuracy);
  expect(readdirSync(TMPDIR)).toEqual([]);
});

test('what comes in is read as what it is', async () => {
  const input = readFileSync(pathOf('17-story.docx'));
  const [looked] = (await run(['inspect', '-', '--json'], { input })).json();
  expect(looked).toMatchObject({ document: { kind: 'docx' } });
});

test('where nothing comes in, it says so', async () => {
  expectFailure(await run(['inspect', '-'], { input: '' }), 1, /standard input/);
});

test('Ctrl-C ends the waiting', async () => {
  const TMPDIR = await temporaryFolder();
  const { child, ended } = start(['inspect', '-', '--workspace', workspace], { input: OPEN, env: { TMPDIR } });
  await expect.poll(() => readdirSync(TMPDIR), { timeout: 20_000 }).not.toEqual([]);
  child.kill('SIGINT');
  const { code, stderr } = await ended;
  expect(code).toBe(1);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(readdirSync(TMPDIR)).toEqual([]);
});
