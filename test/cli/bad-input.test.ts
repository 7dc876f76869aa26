import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { versionOf } from '../../electron/contract/file-formats.ts';
import { aesop, expectFailure, FABLE, PROGRAM, temporaryFolder, usePortableEngine, type Outcome } from './aesop.ts';

const folder = await temporaryFolder();
usePortableEngine();
const workspace = join(folder, 'workspace');
const inWorkspace = ['--workspace', workspace];
const SMALL = ['--units', '16', '--embedding-size', '8', '--steps', '10', '--batch-size', '4'];

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
const train = (path: string, ...args: string[]) => aesop([...inWorkspace, 'train', path, ...SMALL, ...args]);

describe('texts', () => {
  test('an empty file', async () => {
    expectFailure(await train(await file('empty.txt', '')), 1, /“empty(\.txt)?” is empty/);
  });
  test('one symbol only', async () => {
    const outcome = await train(await file('one.txt', 'mouse mouse mouse mouse'), '--tokenizer', 'whitespace');
    expectFailure(outcome, 1, /single distinct symbol, “mouse”/);
  });
  test('fewer symbols than a window', async () => {
    const outcome = await train(await file('short.txt', 'the cat sat'), '--window-length', '8');
    expectFailure(outcome, 1, /The text has \d+ symbols; these settings need at least \d+/);
  });
  test('fewer symbols than a sequence', async () => {
    const outcome = await train(await file('short.txt', 'the cat sat'), '--context', 'sequence');
    expectFailure(outcome, 1, /The text has \d+ symbols; these settings need at least \d+/);
  });
  test('a binary file', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * 97) % 256);
    expectFailure(await train(await file('picture.txt', bytes)), 1, /is not a text: [\d.]+ % of its bytes/);
  });
  test('broken UTF-8 that is said to be UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('the cat '), Buffer.alloc(400, 0xfe), Buffer.from(' sat on the mat')]);
    const outcome = await train(await file('broken.txt', bytes), '--encoding', 'utf-8');
    expectFailure(outcome, 1, /\d+ of \d+ bytes could not be read as utf-8/i);
  });
  test('a column of what is no table', async () => {
    const text = await file('no-table.txt', 'the cat sat on the mat, the mouse under it\n'.repeat(20));
    const refused = /“no-table.txt” is no table: it has no column “plot”/;
    expectFailure(await train(text, '--column', 'plot'), 1, refused);
    expectFailure(await aesop([...inWorkspace, 'inspect', text, '--column', 'plot']), 1, refused);
  });
  test('a name that begins like a flag', async () => {
    await file('-x.txt', 'the cat sat on the mat');
    const refused = await aesop([...inWorkspace, 'train', '-x.txt'], { cwd: folder });
    expectFailure(refused, 2, /no flag -x\.txt[^]*The file of that name is \.[\\/]-x\.txt/);
  });
  test('an encoding that is none', async () => {
    expectFailure(await train(FABLE, '--encoding', 'klingon'), 2, /no encoding “klingon”/);
  });
  test('a folder without a file', async () => {
    const empty = join(folder, 'empty folder');
    await mkdir(empty);
    expectFailure(await train(empty), 1, /There is no file in the folder “empty folder”/);
    expectFailure(await aesop([...inWorkspace, 'inspect', empty]), 1, /There is no file in the folder “empty folder”/);
  });
  test('a file that is not there', async () => {
    expectFailure(await train(join(folder, 'nothing.txt')), 1, /There is no file “.*nothing\.txt”/);
  });
  test('a single line of 10 MB is read like any other text', async () => {
    const path = await file('line.txt', 'the cat and the mouse '.repeat(480_000));
    const outcome = await aesop([...inWorkspace, 'inspect', path, '--json']);
    expect(outcome.code).toBe(0);
    expect(outcome.json()[0]).toMatchObject({ type: 'corpus', lines: 1, bytes: 10_560_000 });
  });
});

/** Runs the program so that modes of files hold for it, also where the tests run as root. */
async function withoutPrivilege(args: string[]): Promise<Outcome> {
  if (process.getuid?.() !== 0) return aesop(args);
  const dropped = '-dac_override,-dac_read_search';
  const command = [`--bounding-set=${dropped}`, `--inh-caps=${dropped}`, process.execPath, PROGRAM, ...args];
  const run = promisify(execFile)('setpriv', command).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  const { code, stdout, stderr } = await run;
  return { code, stdout, stderr, signal: null, json: () => [] };
}

describe('no permission', () => {
  test('to read the text', async () => {
    const path = await file('secret.txt', 'the cat sat on the mat');
    await chmod(path, 0o000);
    expectFailure(
      await withoutPrivilege([...inWorkspace, 'train', path]),
      1,
      /secret\.txt” may not be read or written/,
    );
  });
  test('to write the workspace', async () => {
    const locked = join(folder, 'locked');
    await mkdir(locked, { mode: 0o555 });
    const outcome = await withoutPrivilege(['--workspace', join(locked, 'workspace'), 'train', FABLE]);
    expectFailure(outcome, 1, /locked.*” may not be read or written/);
  });
});

describe('a disk that fills up while a checkpoint is written', () => {
  test('ends the run with a sentence; earlier checkpoints stay whole and the run can go on', async () => {
    const disk = join(folder, 'disk');
    await mkdir(disk);
    // A file system of 6 MB that only this shell sees: a checkpoint of 512 units takes over 12 MB.
    const script = [
      'mount -t tmpfs -o size=6m tmpfs "$DISK" || exit 70',
      'aesop() { "$NODE" "$AESOP" --workspace "$DISK/w" "$@"; }',
      `aesop train "$FABLE" --name small ${SMALL.join(' ')} --json > "$OUT/small.json" 2>&1; echo small $?`,
      'aesop train "$FABLE" --name large --units 512 --embedding-size 64 --steps 40 --checkpoint-every 10 2>&1; echo large $?',
      'aesop runs --json; aesop tell small --words 3 2>&1; echo tell $?',
    ].join('\n');
    const user = process.getuid?.() === 0 ? [] : ['-r'];
    const env = { ...process.env, DISK: disk, NODE: process.execPath, AESOP: PROGRAM, FABLE, OUT: folder };
    const { stdout } = await promisify(execFile)('unshare', [...user, '-m', 'sh', '-c', script], { env });
    expect(stdout).toContain('small 0');
    expect(stdout).toMatch(/aesop: The disk is full while writing “.*”\.\n +Free some space/);
    expect(stdout).toContain('large 1');
    expect(stdout).toMatch(/"name":"large".*"status":"failed"/);
    expect(stdout).toContain('tell 0');
    expect(stdout).not.toMatch(/^\s+at /m);
  });
});

describe('model folders', () => {
  let whole: string;
  beforeAll(async () => {
    const trained = await aesop([...inWorkspace, 'train', FABLE, '--name', 'whole', '--json', ...SMALL]);
    whole = String(trained.json().at(-1)!.model);
  });

  test('are told nothing longer than a prompt may be', async () => {
    const told = await aesop([...inWorkspace, 'tell', whole, '--prompt', 'x'.repeat(100_001)]);
    expectFailure(told, 1, /The prompt has 100,001 characters; at most 100,000 are read/);
  });

  let copies = 0;
  async function copy(): Promise<string> {
    const path = join(folder, `copy-${copies++}`);
    await cp(whole, path, { recursive: true });
    return path;
  }
  async function changed(path: string, name: string, change: (value: Record<string, unknown>) => void): Promise<void> {
    const value = JSON.parse(await readFile(join(path, name), 'utf8')) as Record<string, unknown>;
    change(value);
    await writeFile(join(path, name), JSON.stringify(value));
  }
  async function tell(path: string, message: RegExp): Promise<void> {
    expectFailure(await aesop([...inWorkspace, 'tell', path, '--prompt', 'the']), 1, message);
  }

  test.each(['model.json', 'weights.bin', 'vocabulary.json', 'card.json'])('without %s', async (name) => {
    const path = await copy();
    await rm(join(path, name));
    await tell(path, new RegExp(`lacks its file ${name.replace('.', '\\.')}`));
  });
  test('with weights cut short', async () => {
    const path = await copy();
    await truncate(join(path, 'weights.bin'), 1000);
    await tell(path, /damaged: weights\.bin has 1,000 bytes instead of [\d,]+/);
  });
  test('with another hash', async () => {
    const path = await copy();
    const weights = await open(join(path, 'weights.bin'), 'r+');
    await weights.write(Float32Array.of(0.5), 0, 4, 4000);
    await weights.close();
    await tell(path, /damaged: weights\.bin is not as it was saved/);
  });
  test('with weights that are not numbers', async () => {
    const path = await copy();
    const weights = await readFile(join(path, 'weights.bin'));
    weights.writeFloatLE(NaN, 4000);
    await writeFile(join(path, 'weights.bin'), weights);
    const sha256 = createHash('sha256').update(weights).digest('hex');
    await changed(path, 'card.json', (card) => ((card.files as Record<string, string>)['weights.bin'] = sha256));
    await tell(path, /hold values that are not numbers/);
  });
  test('of a newer format', async () => {
    const path = await copy();
    await changed(path, 'card.json', (card) => (card.version = 9));
    const today = versionOf('card');
    await tell(
      path,
      new RegExp(`card\\.json” was written by a newer Aesop: it has format version 9, .* up to ${today}`),
    );
  });
  test('damaged ones are not imported, and nothing is left of the attempt', async () => {
    const path = await copy();
    await truncate(join(path, 'weights.bin'), 1000);
    const before = await readdir(join(workspace, 'models'));
    expectFailure(await aesop([...inWorkspace, 'import', path]), 1, /damaged/);
    expect(await readdir(join(workspace, 'models'))).toEqual(before);
  });
  test('a folder that is no model', async () => {
    const path = join(folder, 'empty');
    await mkdir(path);
    expectFailure(await aesop([...inWorkspace, 'import', path]), 1, /not a model|lacks its file/);
    expectFailure(await aesop([...inWorkspace, 'tell', 'nobody']), 1, /no model “nobody”/);
  });
});

test('settings that cannot fit in memory are refused before a step is made', async () => {
  const huge = ['--layers', '4', '--units', '4096', '--context', 'sequence', '--sequence-length', '1024'];
  const text = await file('long.txt', 'one two three four five six seven eight nine ten '.repeat(50_000));
  const outcome = await aesop([...inWorkspace, 'train', text, '--batch-size', '400', ...huge]);
  expectFailure(outcome, 1, /needs [\d.,]+ GB of memory and [\d.,]+ GB is free/);
});
