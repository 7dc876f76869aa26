import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import './sight.ts';
import Story from '../../../../renderer/rooms/story/Story.svelte';
import { route } from '../../../../renderer/state/route.svelte.ts';
import { telling } from '../../../../renderer/state/telling.svelte.ts';
import { openStudio } from '../../studio-page.ts';

const sheet = () => document.querySelector('.print-sheet');
afterEach(() => vi.restoreAllMocks());

test('the open story is laid out for paper while the window is printed, with how it was told', async () => {
  await openStudio();
  route.go('story');
  const { unmount } = render(Story);
  window.dispatchEvent(new Event('beforeprint'));
  expect(sheet()).toBeNull();
  await fireEvent.input(screen.getByLabelText('First line'), { target: { value: 'The mice had a' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Tell' }));
  await waitFor(() => expect(telling.status).toBe('told'));

  window.dispatchEvent(new Event('beforeprint'));
  expect(sheet()?.querySelector('h1')?.textContent).toMatch(/^The mice had a/);
  expect(sheet()?.querySelector('.text')?.textContent).toMatch(/^The mice had a general/);
  expect(sheet()?.querySelector('.facts')?.textContent).toMatch(
    /Told by: .* · First line: The mice had a · Temperature: 0\.8/,
  );
  window.dispatchEvent(new Event('afterprint'));
  await waitFor(() => expect(sheet()).toBeNull());

  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
  await fireEvent.keyDown(window, { key: 'p', ctrlKey: true });
  expect(print).toHaveBeenCalledOnce();
  unmount();
  window.dispatchEvent(new Event('beforeprint'));
  expect(sheet()).toBeNull();
});
