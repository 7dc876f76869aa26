import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as z from 'zod';
import { toPlainError } from '../../../electron/contract/errors.ts';
import { bySchema, cutLines, LineWriter, readLines } from '../../../electron/storage/files/jsonl.ts';
import { readJson, writeJson } from '../../../electron/storage/files/json.ts';
import { readSettings } from '../../../electron/storage/records/settings.ts';
import { english } from '../../messages/said.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const schema = z.strictObject({ version: z.literal(1), name: z.string() });
const line = bySchema(z.strictObject({ n: z.int() }));
const all = async (path: string) => {
  const values: number[] = [];
  for await (const { n } of readLines(path, line)) values.push(n);
  return values;
};

describe('JSON files', () => {
  test('come back as they were written', async () => {
    const path = join(temporaryFolder(), 'a.json');
    await writeJson(path, { version: 1, name: '守株待兔' });
    expect(await readJson(path, 'workspace', schema)).toEqual({ version: 1, name: '守株待兔' });
  });

  test.each([
    ['{"version":1,"na', 'file-damaged'],
    ['', 'file-damaged'],
    ['{"version":1}', 'file-damaged'],
    ['{"version":1,"name":"a","other":2}', 'file-damaged'],
    ['{"version":7,"title":"of a later Aesop"}', 'model-newer'],
  ])('%s is refused as %s', async (text, code) => {
    const path = join(temporaryFolder(), 'a.json');
    await writeFile(path, text);
    await expect(readJson(path, 'workspace', schema)).rejects.toMatchObject({ code });
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  test('a folder in the place of one is told as damage, not as a choice among texts', async () => {
    const path = join(temporaryFolder(), 'a.json');
    await mkdir(path);
    const thrown: unknown = await readJson(path, 'workspace', schema).catch((error: unknown) => error);
    const { message, hint } = english(toPlainError(thrown));
    expect(message).toBe(`“${path}” is damaged: it is a folder, and was a file.`);
    expect(hint).not.toContain('text file');
  });

  test.each([
    ['a pipe that nobody writes to', (path: string) => execFileSync('mkfifo', [path])],
    ['a device that never ends', (path: string) => symlink('/dev/zero', path)],
    ['larger than any of ours', async (path: string) => (await writeFile(path, ''), truncate(path, 2 ** 40))],
    ['deeper than any of ours', (path: string) => writeFile(path, '['.repeat(900_000))],
    ['of more values than any of ours', (path: string) => writeFile(path, `[${'{},'.repeat(300_000)}`)],
  ])('that are %s are damaged, and not parsed', async (_, make) => {
    const path = join(temporaryFolder(), 'a.json');
    await make(path);
    const parse = vi.spyOn(JSON, 'parse');
    onTestFinished(() => parse.mockRestore());
    await expect(readJson(path, 'workspace', schema)).rejects.toMatchObject({ code: 'file-damaged', values: { path } });
    expect(parse).not.toHaveBeenCalled();
  });

  test('that a link leads to are read', async () => {
    const folder = temporaryFolder();
    await writeFile(join(folder, 'there.json'), '{"version":1,"name":"a"}');
    await symlink(join(folder, 'there.json'), join(folder, 'a.json'));
    expect(await readJson(join(folder, 'a.json'), 'workspace', schema)).toEqual({ version: 1, name: 'a' });
  });

  test('that are not there are missing', async () => {
    await expect(readJson(join(temporaryFolder(), 'none.json'), 'run', schema)).rejects.toMatchObject({
      code: 'file-missing',
    });
  });
});

describe('settings', () => {
  test('that are damaged are set aside, and the defaults serve', async () => {
    const folder = temporaryFolder();
    await writeFile(join(folder, 'settings.json'), '{"version":1,"language":"klingon"}');
    const told: string[] = [];
    const settings = await readSettings(join(folder, 'settings.json'), ({ code }) => told.push(code));
    expect(settings.language).toBe('system');
    expect(told).toEqual(['file-damaged']);
    expect(await readdir(folder)).toEqual(['settings.json.damaged']);
  });

  test('of a later Aesop are refused and kept', async () => {
    const path = join(temporaryFolder(), 'settings.json');
    await writeFile(path, '{"version":2}');
    await expect(readSettings(path)).rejects.toMatchObject({ code: 'model-newer' });
    expect(await readFile(path, 'utf8')).toBe('{"version":2}');
  });
});

describe('.jsonl files', () => {
  test('keep the order of appends', async () => {
    const path = join(temporaryFolder(), 'm.jsonl');
    const writer = await LineWriter.open(path);
    await Promise.all([1, 2, 3].map((n) => writer.append({ n })));
    await writer.close();
    expect(await all(path)).toEqual([1, 2, 3]);
  });

  test('do without a torn last line, and go on cleanly after it', async () => {
    const path = join(temporaryFolder(), 'm.jsonl');
    await writeFile(path, '{"n":1}\n{"n":2}\n{"n":');
    expect(await all(path)).toEqual([1, 2]);
    const writer = await LineWriter.open(path);
    await writer.append({ n: 3 });
    await writer.close();
    expect(await readFile(path, 'utf8')).toBe('{"n":1}\n{"n":2}\n{"n":3}\n');
  });

  test('survive a torn line longer than what is read at once, and one that is all there is', async () => {
    const path = join(temporaryFolder(), 'm.jsonl');
    for (const whole of ['{"n":1}\n', '']) {
      await writeFile(path, whole + 'x'.repeat(200_000));
      await (await LineWriter.open(path)).close();
      expect(await readFile(path, 'utf8')).toBe(whole);
    }
  });

  test.each([
    ['{"n":1}\n{"n":2,"s":"故事"}\n{"n":3}\n{"n":4}\n', '{"n":1}\n{"n":2,"s":"故事"}\n'],
    ['{"n":1}\nrubbish\n{"n":2}\n', '{"n":1}\n'],
    ['{"n":1}\n{"n":2}\n', '{"n":1}\n{"n":2}\n'],
    ['{"n":3}\n', ''],
  ])('%j cut before 3 is %j', async (before, after) => {
    const path = join(temporaryFolder(), 'm.jsonl');
    await writeFile(path, before);
    await cutLines(path, (value) => (value as { n: number }).n < 3);
    expect(await readFile(path, 'utf8')).toBe(after);
  });

  test('that are not there are empty', async () => {
    expect(await all(join(temporaryFolder(), 'none.jsonl'))).toEqual([]);
  });
});
