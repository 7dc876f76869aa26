import { execFile } from 'node:child_process';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aesop, expectFailure, FABLE, PROGRAM, temporaryFolder, usePortableEngine } from './aesop.ts';

const folder = await temporaryFolder();
usePortableEngine();
const workspace = join(folder, 'workspace');
const inWorkspace = (...args: string[]) => aesop(['--workspace', workspace, ...args]);
const SMALL = ['--units', '8', '--embedding-size', '8', '--steps', '3', '--batch-size', '4'];
const at = (name: string) => join(folder, name);
const [PIPE, SOCKET, LOOP] = ['a.pipe', 'a.socket', 'a.loop'].map(at);
const TOO_LONG = at('x'.repeat(300));

const server = createServer();
let model: string;
beforeAll(async () => {
  await promisify(execFile)('mkfifo', [PIPE]);
  await new Promise<void>((resolve) => server.listen(SOCKET, resolve));
  await symlink(LOOP, LOOP);
  const trained = await inWorkspace('train', FABLE, '--name', 'small', '--json', ...SMALL);
  model = String(trained.json().at(-1)!.run);
});
afterAll(() => void server.close());

/** A failure in words: one of the catalogue, and not the one that stands for our own mistakes. */
const expectWords = (outcome: Awaited<ReturnType<typeof aesop>>, message: RegExp, code: 1 | 2 = 1) => {
  expectFailure(outcome, code, message);
  expect(outcome.stderr).not.toContain('went wrong inside Aesop');
};

describe.concurrent('what is no file is named as what it is, and nothing waits for it', () => {
  test.each<[string, string[]]>([
    ['train', ['train', PIPE]],
    ['inspect', ['inspect', PIPE]],
    ['evaluate', ['evaluate', 'MODEL', PIPE]],
    ['import', ['import', PIPE]],
  ])('a pipe that nobody writes to: %s', async (_, args) => {
    const outcome = await inWorkspace(...args.map((arg) => (arg === 'MODEL' ? model : arg)));
    expectWords(outcome, /“.*a\.pipe” is a pipe, not a file\.\n.*as a file first/);
  });

  test.each<[string, RegExp]>([
    [SOCKET, /a\.socket” is a socket, not a file/],
    ['/dev/tty', /“\/dev\/tty” is a device, not a file/],
    ['/dev/zero', /“\/dev\/zero” is a device, not a file/],
    [LOOP, /a\.loop” is a link, or lies behind one, that cannot be followed/],
    ['/proc/self/mem', /“\/proc\/.*mem” \(EIO\)/],
    [TOO_LONG, /There is no file/],
    [join(FABLE, 'child'), /There is no file/],
  ])('inspect %s', async (path, message) => expectWords(await inWorkspace('inspect', path), message));

  test('a name that is not UTF-8', async () => {
    const command = `'${process.execPath}' "$AESOP" inspect "$(printf 'caf\\351.txt')" 2>&1`;
    const env = { ...process.env, AESOP: PROGRAM, AESOP_HOME: workspace };
    const { stdout } = await promisify(execFile)('sh', ['-c', `${command}; echo "ended $?"`], { env, cwd: folder });
    expect(stdout).toMatch(/“caf\ufffd\.txt” holds bytes that are not UTF-8[\s\S]*Rename[\s\S]*ended 1\n$/);
  });
});

describe.concurrent('names', () => {
  test.each(['n'.repeat(200), '鼠'.repeat(80), `${'n'.repeat(119)}𠮷𠮷`])('a long one is read: %s', async (name) => {
    const path = at(`${name}.txt`);
    await writeFile(path, 'the cat sat on the mat . '.repeat(20));
    const outcome = await inWorkspace('inspect', path, '--json');
    expect(outcome.stderr).toBe('');
    const [corpus] = outcome.json();
    expect(String(corpus.name).length).toBeLessThanOrEqual(120);
    expect(`${name}.txt`.startsWith(String(corpus.name))).toBe(true);
  });

  test.each(['constructor', '__proto__', 'toString'])(
    '%s is no encoding, no preset, no format and no run',
    async (name) => {
      expectWords(await inWorkspace('inspect', FABLE, '--encoding', name), new RegExp(`no encoding “${name}”`), 2);
      expectWords(await inWorkspace('train', FABLE, '--preset', name), new RegExp(`no preset “${name}”`), 2);
      expectWords(await inWorkspace('export', model, '--format', name), new RegExp(`no export format “${name}”`), 2);
      expectWords(await inWorkspace('train', '--resume', name), new RegExp(`no run “${name}”`));
    },
  );

  test('an encoding without end', async () => {
    expectWords(await inWorkspace('train', FABLE, '--encoding', 'x'.repeat(5000)), /There is no encoding “x+…x+”/, 2);
  });

  test('a run that cannot be one', async () => {
    expectWords(await inWorkspace('runs', '--keep', '../../etc'), /no run “\.\.\/\.\.\/etc” in this workspace/);
  });

  test('a flag without a verb', async () => {
    expectWords(await aesop(['--workspace', workspace]), /There is no verb “--workspace”/, 2);
  });
});

describe.concurrent('places that cannot be written', () => {
  test.each<[string, RegExp]>([
    [LOOP, /a\.loop” is a link/],
    [TOO_LONG, /The name “.*x+…x+” is longer than this system allows/],
    ['/proc', /“\/proc” holds other things/],
    ['/proc/aesop', /“\/proc” \(ENOENT\)/],
    [FABLE, /is a file, not a folder/],
  ])('--workspace %s', async (path, message) => expectWords(await aesop(['--workspace', path, 'models']), message));

  test.each<[string, RegExp]>([
    [LOOP, /is a link/],
    [TOO_LONG, /is longer than this system allows/],
    [join(FABLE, 'sub'), /is a file, not a folder/],
  ])('export --target %s', async (target, message) => {
    expectWords(await inWorkspace('export', model, '--target', target), message);
  });

  test.each(['/nowhere/at/all', FABLE])('TMPDIR=%s', async (TMPDIR) => {
    const outcome = await aesop(['--workspace', workspace, 'inspect', FABLE], { env: { TMPDIR } });
    expectWords(outcome, /No temporary files can be written in “.*” \(ENO\w+\)\.\n.*TMPDIR/);
  });
});

test('a file that comes as /dev/stdin is the file it is', async () => {
  const command = `'${process.execPath}' "$AESOP" inspect /dev/stdin --json < "$TEXT"`;
  const env = { ...process.env, AESOP: PROGRAM, AESOP_HOME: workspace, TEXT: FABLE };
  const { stdout } = await promisify(execFile)('sh', ['-c', command], { env });
  expect(JSON.parse(stdout)).toMatchObject({ type: 'corpus', bytes: 978 });
});

test('inspecting leaves nothing in the place for temporary files, whatever it ends with', async () => {
  const temporary = at('temporary');
  await mkdir(temporary);
  const env = { TMPDIR: temporary };
  for (const path of [FABLE, '/proc/self/mem']) await aesop(['--workspace', workspace, 'inspect', path], { env });
  expect(await readdir(temporary)).toEqual([]);
});
