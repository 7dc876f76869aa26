import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import NoteDialog from '../../../../../renderer/rooms/story/history/NoteDialog.svelte';
import { openStudio, settle } from '../../../studio-page.ts';

beforeEach(() => sessionStorage.clear());

const field = () => screen.findByLabelText<HTMLTextAreaElement>('Note', { selector: 'textarea' });
const shown = async (save: (note: string) => Promise<unknown> = () => Promise.resolve()) => {
  render(NoteDialog, { open: true, passage: 'bell', note: 'Good', save });
  return field();
};

test('a note that was written and not saved outlives the page, until it is cancelled', async () => {
  await openStudio();
  await fireEvent.input(await shown(), { target: { value: 'Good, for chapter 3' } });
  cleanup();
  expect((await shown()).value).toBe('Good, for chapter 3');
  await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  cleanup();
  expect((await shown()).value).toBe('Good');
});

test('one that could not be saved stands in it again; one that was saved is held no more', async () => {
  await openStudio();
  const save = vi.fn().mockRejectedValueOnce(new Error('no way')).mockResolvedValue(undefined);
  await fireEvent.input(await shown(save), { target: { value: 'Better' } });
  await fireEvent.submit((await field()).closest('form')!);
  await settle();
  cleanup();
  const again = await shown(save);
  expect(again.value).toBe('Better');
  await fireEvent.submit(again.closest('form')!);
  await settle();
  expect(save).toHaveBeenLastCalledWith('Better');
  expect(sessionStorage).toHaveLength(0);
});
