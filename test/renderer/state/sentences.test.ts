import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AesopError, toPlainError } from '../../../electron/contract/errors.ts';
import { sayError } from '../../../renderer/state/describe-error.svelte.ts';
import { settings } from '../../../renderer/state/settings.svelte.ts';
import { openStudio } from '../studio-page.ts';

it('what happened and what to do are parted as the language parts its sentences', async () => {
  await openStudio();
  const short = toPlainError(new AesopError('disk-short', { needed: 900, free: 20 }));
  await settings.set({ language: 'zh' });
  expect(sayError(short)).toMatch(/。\S/);
  expect(sayError(short)).not.toMatch(/。 /);
  await settings.set({ language: 'en' });
  expect(sayError(short)).toMatch(/\. \S/);
  expect(sayError(short)).not.toMatch(/\.\S*\.[A-Z]/);
});

it('no part of the page puts them together by itself', () => {
  const root = join(import.meta.dirname, '../../../renderer');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svelte'));
  expect(files.filter((name) => /message\}\s+\{/.test(readFileSync(join(root, name), 'utf8')))).toEqual([]);
});
