import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
