import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { expectFailure, aesop, start, temporaryFolder } from './aesop.ts';

const folder = await temporaryFolder();
const inWorkspace = ['--workspace', folder];

test('serve says where the studio is, answers there, and ends with 0 at Ctrl-C', async () => {
  const { child, ended, shows } = start([...inWorkspace, 'serve', '--json']);
  await shows('"type":"serving"');
  child.kill('SIGINT');
  const outcome = await ended;
  expect(outcome.code).toBe(0);
  expect(outcome.stderr).toBe('');
  expect(outcome.json()[0]).toMatchObject({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\?token=/) });
});

test.each(['203.0.113.9', 'no.such.host.invalid'])('serve says that it cannot listen on %s', async (host) => {
  const outcome = await aesop([...inWorkspace, 'serve', '--host', host, '--allow-remote']);
  expectFailure(outcome, 1, new RegExp(`cannot listen on “${host}”, port 0 \\([A-Z_]+\\)`));
});

test('serve takes an empty --host for this machine alone', async () => {
  const { child, ended, stdout, shows } = start([...inWorkspace, 'serve', '--host', '', '--quiet']);
  await shows('token=');
  expect(stdout()).toMatch(/^http:\/\/127\.0\.0\.1:/);
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

test('serve lets people in with the token only', async () => {
  const { child, ended, stdout, shows } = start([...inWorkspace, 'serve']);
  await shows('The studio is open at ');
  const [url] = /http:\S+/.exec(stdout())!;
  const page = await fetch(url, { redirect: 'manual' });
  expect(page.headers.get('set-cookie')).toContain('HttpOnly');
  expect((await fetch(url.replace(/token=.*/, 'token=wrong'))).status).toBeGreaterThanOrEqual(400);
  expect((await fetch(url)).status).toBe(401);
  await shows('For another browser: http');
  const [next] = /(?<=For another browser: )\S+/.exec(stdout())!;
  expect((await fetch(next)).status).toBe(200);
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

test('serve --open hands the browser a file that nobody else can read, and takes it back once it was used', async () => {
  const bin = join(folder, 'bin');
  const called = join(folder, 'called');
  await mkdir(bin);
  await writeFile(join(bin, 'xdg-open'), `#!/bin/sh\necho "$@" > '${called}.new'; mv '${called}.new' '${called}'\n`, {
    mode: 0o755,
  });
  const env = { PATH: `${bin}:${process.env.PATH}` };
  const { child, ended, shows, stdout } = start([...inWorkspace, 'serve', '--open', '--json'], { env });
  await shows('"type":"serving"');
  await expect.poll(() => existsSync(called)).toBe(true);
  const path = (await readFile(called, 'utf8')).trim();
  const { url } = JSON.parse(stdout()) as { url: string };
  expect(path).not.toContain('token');
  expect(await readFile(path, 'utf8')).toContain(`content="0;url=${url}"`);
  expect([(await stat(path)).mode & 0o777, (await stat(dirname(path))).mode & 0o777]).toEqual([0o600, 0o700]);
  await fetch(url);
  await expect.poll(() => existsSync(path)).toBe(false);
  child.kill('SIGINT');
  expect((await ended).code).toBe(0);
});

test('serve names a text that is not there, and does not begin', async () => {
  expectFailure(await aesop([...inWorkspace, 'serve', 'no-such-novel.txt']), 1, /no-such-novel\.txt/);
});

test('serve does not open to other machines unless told so', async () => {
  expectFailure(await aesop([...inWorkspace, 'serve', '--host', '0.0.0.0']), 1, /--allow-remote/);
});

test('serve hands on the files of a folder, as the others who take several do', async () => {
  const texts = await temporaryFolder();
  const chapters = join(texts, 'chapters');
  await mkdir(join(chapters, 'part 2'), { recursive: true });
  await writeFile(join(chapters, 'one.txt'), 'The fox met the crow.');
  await writeFile(join(chapters, 'part 2', 'two.txt'), 'The crow had cheese.');
  const { child, ended, shows } = start([...inWorkspace, 'serve', chapters, '--json']);
  await shows('"type":"serving"');
  child.kill('SIGINT');
  expect((await ended).code).toBe(0);
  const empty = join(texts, 'empty');
  await mkdir(empty);
  expectFailure(await aesop([...inWorkspace, 'serve', empty]), 1, /empty/);
});
