import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import LayOver from '../../../../../renderer/rooms/workshop/curves/LayOver.svelte';
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

describe('a thousand runs', () => {
  beforeEach(() => openStudio('years'));
  const focused = () => document.activeElement?.closest('li')?.getAttribute('aria-posinset');
  const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });

  test('few are drawn, the one that lies open among them, where the Tab key stops', async () => {
    render(RunsList, { name: 'A run', run: runs.list[700] });
    await fireEvent.click(screen.getByRole('button', { name: /open another run/ }));
    const links = screen.getAllByRole<HTMLAnchorElement>('link');
    expect(links.length).toBeLessThan(40);
    expect(links[0].closest('li')?.getAttribute('aria-setsize')).toBe('1000');
    const stops = links.filter(({ tabIndex }) => tabIndex === 0);
    expect(stops.map((link) => link.hash)).toEqual([`#/workshop/${runs.list[700].id}`]);
    expect(stops[0].getAttribute('aria-current')).toBe('true');
  });

  test('keys and first letters lead through all of them', async () => {
    render(RunsList, { name: 'A run', run: undefined });
    await fireEvent.click(screen.getByRole('button', { name: /open another run/ }));
    screen.getAllByRole('link')[0].focus();
    await press('End');
    await waitFor(() => expect(focused()).toBe('1000'));
    await press('PageUp');
    await waitFor(() => expect(focused()).toBe('994'));
    await press('Home');
    await waitFor(() => expect(focused()).toBe('1'));
    const { name } = runs.list[500];
    // as one types, however long the page takes for a letter
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    for (const letter of name) await press(letter);
    clock.mockRestore();
    await waitFor(() => expect(document.activeElement?.textContent).toContain(name.slice(-4)));
    await fireEvent.click(document.activeElement!);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('are laid over by keys, and the keys pass those that cannot be', async () => {
    render(LayOver, { run: runs.list[0] });
    await fireEvent.click(screen.getByRole('button', { name: 'Lay over' }));
    const list = within(screen.getByRole('dialog'));
    const boxes = () => list.getAllByRole<HTMLInputElement>('checkbox');
    expect(boxes().length).toBeLessThan(40);
    expect(boxes().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    boxes()[0].focus();
    for (let at = 1; at <= 6; at++) {
      await fireEvent.click(document.activeElement!);
      await press('ArrowDown');
      await waitFor(() => expect(focused()).toBe(String(at + 1)));
    }
    expect(boxes().filter(({ checked }) => checked)).toHaveLength(5);
    expect(boxes()[5].getAttribute('aria-disabled')).toBe('true');
    for (const box of boxes().slice(0, 5)) await fireEvent.click(box);
  });
});
