import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Memory } from '../../electron/main/memory.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

test('what the shell remembers is there at the next start, and written only where it changes', async () => {
  const path = join(temporaryFolder(), 'Aesop', 'window.json');
  const first = await Memory.open(path);
  await first.set('settings', { appearance: 'dark', language: 'zh' });
  const next = await Memory.open(path);
  expect(next.get('settings', { appearance: 'system', language: 'system' })).toEqual({
    appearance: 'dark',
    language: 'zh',
  });
  rmSync(path);
  await next.set('settings', { appearance: 'dark', language: 'zh' });
  expect(existsSync(path)).toBe(false);
  await next.set('settings', { appearance: 'light', language: 'zh' });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ settings: { appearance: 'light', language: 'zh' } });
});
