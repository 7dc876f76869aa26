import { expect, test } from 'vitest';
import { corpora } from '../../../renderer/state/corpora.svelte.ts';
import { settings } from '../../../renderer/state/settings.svelte.ts';
import { openStudio, settle } from '../studio-page.ts';

test('samples are called so in the language of the page, and found by it', async () => {
  await openStudio();
  await settings.set({ language: 'en' });
  expect(corpora.byId('belling-the-cat')?.name).toBe('Belling the Cat');
  await settings.set({ language: 'zh' });
  await settle();
  expect(corpora.byId('belling-the-cat')?.name).toBe('给猫系铃');
  expect(corpora.list.map(({ name }) => name)).toContain('给猫系铃');
  expect(corpora.byId('walden')?.name).toBe('Walden');
});
