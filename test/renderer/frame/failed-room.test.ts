import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import Room from '../../../renderer/frame/Room.svelte';
import { ROOMS } from '../../../renderer/frame/rooms.ts';
import { settings } from '../../../renderer/state/settings.svelte.ts';
import { openStudio, settle } from '../studio-page.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('a room that throws is a notice with another try, and an error of the page', async () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const broken = new TypeError('no such figure');
  let fails = true;
  const Page = () => {
    if (fails) throw broken;
  };
  vi.spyOn(ROOMS.library, 'load').mockResolvedValue({ default: Page } as never);
  await openStudio('full');
  await settings.set({ language: 'en' });
  render(Room);
  await settle();
  expect(screen.getByText('This room could not be shown.')).toBeTruthy();
  expect(reported.mock.calls).toEqual([[broken]]);

  fails = false;
  await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await settle();
  expect(screen.queryByText('This room could not be shown.')).toBeNull();
});
