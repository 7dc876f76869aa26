import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import RunsList from '../../../../../renderer/rooms/workshop/run/RunsList.svelte';
import { runs } from '../../../../../renderer/state/runs.svelte.ts';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { openStudio } from '../../../studio-page.ts';

beforeEach(async () => {
  await openStudio('sweep');
  await settings.set({ language: 'en' });
});

test('runs over one text are listed with what differs, where their names do not say it', async () => {
  render(RunsList, { name: 'A run', run: runs.list[0] });
  await fireEvent.click(screen.getByRole('button', { name: /open another run/ }));
  const row = (name: RegExp) => screen.getByRole('link', { name }).textContent;
  expect(row(/very long name indeed 2/)).toContain('characters, window 3, 1,300 steps, stopped 32');
  expect(row(/^Belling the Cat window 3/)).toContain('window 3, done');
  // its name says it
  expect(row(/^Belling the Cat · window 8/)).toMatch(/1×256, done$/);
});

test('a long name is whole for the ear and the pointer', async () => {
  const name = '童话与寓言以及许许多多别的故事和诗歌的一部很长很长的集子第二部';
  render(RunsList, { name, run: runs.list[0] });
  expect(screen.getByTitle(name).textContent).toContain(name);
  expect(screen.getByTitle(name).querySelectorAll('[aria-hidden]')).toHaveLength(2);
});
