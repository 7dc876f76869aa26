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

test('serve lets people in with the token only', async () => {
  const { child, ended, stdout, shows } = start([...inWorkspace, 'serve']);
  await shows('The studio is open at ');
  const [url] = /http:\S+/.exec(stdout())!;
  const page = await fetch(url, { redirect: 'manual' });
  expect(page.headers.get('set-cookie')).toContain('HttpOnly');
  expect((await fetch(url.replace(/token=.*/, 'token=wrong'))).status).toBeGreaterThanOrEqual(400);
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

test('serve does not open to other machines unless told so', async () => {
  expectFailure(await aesop([...inWorkspace, 'serve', '--host', '0.0.0.0']), 1, /--allow-remote/);
});
