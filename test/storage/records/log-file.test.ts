import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LogFile } from '../../../electron/storage/records/log-file.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const line = (text: string) => ({ time: '2026-11-23T12:00:00.000Z', level: 'info' as const, source: 'worker 7', text });

test('lines come back, each on one line of a plain file', async () => {
  const folder = temporaryFolder();
  const log = new LogFile(folder);
  await log.append([line('first'), line('second\nwith a stack')]);
  expect(await log.read(10)).toEqual([line('first'), line('second\nwith a stack')]);
  expect(await log.read(1)).toEqual([line('second\nwith a stack')]);
  expect((await readFile(join(folder, 'aesop.log'), 'utf8')).split('\n')).toHaveLength(3);
});

test('a long log is set aside once, and its end is still read', async () => {
  const folder = temporaryFolder();
  const log = new LogFile(folder);
  const long = 'x'.repeat(1 << 20);
  for (let n = 0; n < 6; n++) await log.append([line(`${n} ${long}`)]);
  await log.append([line('last')]);
  expect((await readdir(folder)).sort()).toEqual(['aesop.log', 'aesop.log.1']);
  expect((await log.read(2)).map(({ text }) => text.slice(0, 4))).toEqual(['5 xx', 'last']);
});

test('a place that cannot be written is no failure', async () => {
  const path = join(temporaryFolder(), 'a file');
  await writeFile(path, '');
  await new LogFile(path).append([line('lost')]);
  expect(await readFile(path, 'utf8')).toBe('');
});
