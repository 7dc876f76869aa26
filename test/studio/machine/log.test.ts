import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AesopError, toPlainError } from '../../../electron/contract/errors.ts';
import { Events } from '../../../electron/studio/events.ts';
import { Log } from '../../../electron/studio/machine/log.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';

test('a log is at rest when its flush resolves, also where another one is still writing', async () => {
  const folder = temporaryFolder();
  const log = new Log(folder, new Events());
  log.info('studio', 'a line');
  const first = log.flush();
  await log.flush();
  expect(existsSync(join(folder, 'aesop.log'))).toBe(true);
  expect(readFileSync(join(folder, 'aesop.log'), 'utf8')).toContain('a line');
  await first;
});

test('what stays broken is told once, over any number of openings', async () => {
  const folder = temporaryFolder();
  const broken = (path: string) => toPlainError(new AesopError('file-missing', { path }, 'of\ntwo lines'));
  for (const paths of [['a'], ['a', 'b', 'b'], ['b', 'a']]) {
    const log = new Log(folder, new Events());
    await log.lasting('studio', paths.map(broken));
    await log.flush();
  }
  const told = (await new Log(folder, new Events()).read(10)).map(({ text }) => text.split('\n')[0]);
  expect(told).toEqual([expect.stringContaining('“a”'), expect.stringContaining('“b”')]);
});
