import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aesop, FABLE, PROGRAM, start, temporaryFolder } from './aesop.ts';

const folder = await temporaryFolder();
const LONG = ['--steps', '1000000', '--units', '32', '--embedding-size', '16', '--report-every', '10'];

/** Makes the program fail where nobody catches it, at every SIGUSR2: a mistake of ours that we do not know yet. */
const MISTAKE = `process.on('SIGUSR2', () => { Promise.reject(new Error('a mistake of ours')); });`;
const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(MISTAKE)}` };

const log = (workspace: string) => readFileSync(join(workspace, 'log', 'aesop.log'), 'utf8');
const noted = (workspace: string) => log(workspace).match(/error \[program\] .*a mistake of ours.*\\n {4}at /g) ?? [];

/** Steps of the checkpoints of the one run. */
function checkpoints(workspace: string): number[] {
  const [run] = readdirSync(join(workspace, 'runs'));
  const path = join(workspace, 'runs', run, 'checkpoints');
  return existsSync(path) ? readdirSync(path).map(Number) : [];
}

test('a training that nobody caught a mistake of writes a checkpoint before the program ends, also where more fails', async () => {
  const workspace = join(folder, 'training');
  const args = ['--workspace', workspace, 'train', FABLE, ...LONG, '--checkpoint-every', '1000000'];
  const { child, ended, shows } = start(args, { env });
  await shows(/^step +\d+\/1000000/m);
  child.kill('SIGUSR2');
  await shows('Something went wrong inside Aesop.');
  child.kill('SIGUSR2');
  const { code, stderr } = await ended;
  expect(code).toBe(1);
  expect(stderr.match(/Something went wrong/g)).toHaveLength(1);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(checkpoints(workspace)).toEqual([expect.any(Number)]);
  expect(noted(workspace).length).toBeGreaterThanOrEqual(1);
  const [run] = (await aesop(['--workspace', workspace, 'runs', '--json'])).json();
  expect(run).toMatchObject({ status: 'paused', step: checkpoints(workspace)[0] });
});

test('a server goes on, says it once and notes it every time', async () => {
  const workspace = join(folder, 'serving');
  const { child, ended, shows, stdout } = start(['--workspace', workspace, 'serve', '--json'], { env });
  await shows('"type":"serving"');
  for (const times of [1, 2, 3]) {
    child.kill('SIGUSR2');
    await expect.poll(() => noted(workspace).length).toBe(times);
  }
  const { url } = JSON.parse(stdout().split('\n')[0]) as { url: string };
  expect((await fetch(url)).status).toBe(200);
  child.kill('SIGINT');
  const { code, stderr } = await ended;
  expect(code).toBe(0);
  expect(stderr.match(/Something went wrong/g)).toHaveLength(1);
});

test('a server goes on where nobody can hear it', async () => {
  const workspace = join(folder, 'unheard');
  const full = openSync('/dev/full', 'w');
  const args = [PROGRAM, '--workspace', workspace, 'serve', '--port', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', full, full] });
  const code = new Promise((resolve) => child.on('close', resolve));
  const opened = () => existsSync(join(workspace, 'log', 'aesop.log')) && log(workspace);
  await expect.poll(opened, { timeout: 20_000 }).toMatch(/disk is full while writing “stdout”/);
  expect(child.exitCode).toBe(null);
  child.kill('SIGINT');
  expect(await code).toBe(0);
  closeSync(full);
});
