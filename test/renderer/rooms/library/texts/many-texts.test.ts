import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import Library from '../../../../../renderer/rooms/library/Library.svelte';
import { corpora } from '../../../../../renderer/state/corpora.svelte.ts';
import { imports } from '../../../../../renderer/state/imports.svelte.ts';
import { route } from '../../../../../renderer/state/route.svelte.ts';
import { openStudio } from '../../../studio-page.ts';

beforeEach(async () => {
  for (const { key } of imports.list) await imports.discard(key);
  route.go('library');
});

const list = () => within(screen.getByRole('complementary', { name: 'Texts' }));
const links = () => list().getAllByRole<HTMLAnchorElement>('link');
const focused = () => document.activeElement?.closest('li')?.getAttribute('aria-posinset');
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });

test('of a thousand texts few are drawn, one is a stop of the Tab key, and keys lead through all', async () => {
  await openStudio('years');
  render(Library);
  expect(links().length).toBeLessThan(40);
  expect(links().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  expect(links()[0].closest('li')?.getAttribute('aria-setsize')).toBe('1000');
  links()[0].focus();
  await press('End');
  await waitFor(() => expect(focused()).toBe('1000'));
  await waitFor(() => expect(route.id).toBe(corpora.list[999].id));
  const { name } = corpora.list[600];
  // as one types, however long the page takes for a letter
  const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  for (const letter of name) await press(letter);
  clock.mockRestore();
  await waitFor(() => expect(document.activeElement?.querySelector('.name')?.getAttribute('title')).toBe(name));
});

test('the keys go on from the texts to files on their way in', async () => {
  const bridge = await openStudio('full', {
    'corpora.import': () => new Promise(() => {}),
  });
  render(Library);
  void imports.addGranted([{ file: 'file_1', name: 'slow.txt', bytes: 10 }]);
  const stop = await list().findByRole('button', { name: /slow\.txt/ });
  expect(stop.tabIndex).toBe(-1);
  links()[0].focus();
  await press('End');
  await waitFor(() => expect(document.activeElement).toBe(stop));
  expect(stop.tabIndex).toBe(0);
  await fireEvent.click(stop);
  await waitFor(() => expect(list().queryByTitle('slow.txt')).toBeNull());
  expect(bridge.asked.at(-1)?.name).not.toBe('corpora.delete');
});
