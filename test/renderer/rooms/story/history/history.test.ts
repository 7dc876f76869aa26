import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { desk } from '../../../../../renderer/rooms/story/desk.svelte.ts';
import { view } from '../../../../../renderer/rooms/story/history/view.svelte.ts';
import Story from '../../../../../renderer/rooms/story/Story.svelte';
import { openStudio, settle } from '../../../studio-page.ts';
import '../sight.ts';
import { links, list, tell } from './history-page.ts';

const focused = () => document.activeElement?.querySelector('.name')?.textContent;

afterEach(() => {
  view.shown = 'all';
  desk.clear();
  desk.reset();
});

describe('2,000 stories', () => {
  test('few are drawn, and the Tab key stops at one', async () => {
    await openStudio('crowded');
    render(Story);
    await waitFor(() => expect(links().length).toBeGreaterThan(5));
    expect(links().length).toBeLessThan(40);
    expect(links().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    expect(links()[0].closest('li')?.getAttribute('aria-setsize')).toBe('2000');
    expect(
      list()
        .getAllByRole('button', { name: /^Actions/ })
        .filter(({ tabIndex }) => tabIndex === 0),
    ).toHaveLength(1);
  });

  test('where a row has no room, the name of the model makes some, not the count behind it', async () => {
    await openStudio('crowded');
    render(Story);
    await waitFor(() => expect(links().length).toBeGreaterThan(5));
    const [row] = links();
    expect(row.querySelector('.small')?.textContent).toMatch(/\S · \s?\S.* · \d[\d,]* (words|symbols|characters)$/);
    expect(row.querySelector('.clip')?.textContent).not.toMatch(/\d (words|symbols|characters)/);
  });

  test('arrows, Home and End move through all of them', async () => {
    await openStudio('crowded');
    render(Story);
    const [first] = links();
    first.focus();
    await fireEvent.keyDown(first, { key: 'ArrowDown' });
    await waitFor(() => expect(document.activeElement).toBe(links()[1]));
    await fireEvent.keyDown(document.activeElement!, { key: 'End' });
    await waitFor(() => expect(document.activeElement?.closest('li')?.getAttribute('aria-posinset')).toBe('2000'));
    await fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' });
    await waitFor(() => expect(document.activeElement?.closest('li')?.getAttribute('aria-posinset')).toBe('1999'));
    await fireEvent.keyDown(document.activeElement!, { key: 'Home' });
    await waitFor(() => expect(document.activeElement?.closest('li')?.getAttribute('aria-posinset')).toBe('1'));
  });

  test('Delete deletes one and leads to the next', async () => {
    const bridge = await openStudio('crowded');
    render(Story);
    links()[2].focus();
    const [gone, next] = [2, 3].map((at) => links()[at].querySelector('.name')?.textContent);
    await fireEvent.keyDown(document.activeElement!, { key: 'Delete' });
    await waitFor(() => expect(focused()).toBe(next));
    const id = (bridge.asked.find(({ name }) => name === 'stories.delete')!.input as { id: string }).id;
    bridge.say({ event: 'stories.removed', payload: { id } });
    await settle();
    expect(focused()).toBe(next);
    expect(list().queryByText(gone!)).toBeNull();
    await fireEvent.keyDown(document.activeElement!, { key: 'Delete', repeat: true });
    expect(
      bridge.asked.filter(({ name }) => name === 'stories.delete'),
      'a held key',
    ).toHaveLength(1);
  });

  test('are found by words of their title or beginning', async () => {
    await openStudio('crowded');
    render(Story);
    const search = list().getByRole('searchbox', { name: 'Find a story' });
    await fireEvent.input(search, { target: { value: 'EASY mouse 1,' } });
    expect(list().getByRole('status').textContent).toMatch(/None/);
    await fireEvent.input(search, { target: { value: 'propose mouse 1997' } });
    expect(links().map((link) => link.querySelector('.name')?.textContent)).toEqual([
      'The old mouse said it is easy to propose 1997',
    ]);
    await fireEvent.keyDown(search, { key: 'ArrowDown' });
    await waitFor(() => expect(focused()).toMatch(/1997$/));
    await fireEvent.keyDown(search, { key: 'Escape' });
    await waitFor(() => expect(links().length).toBeGreaterThan(5));
  });
});

test('few stories need no search', async () => {
  await openStudio();
  render(Story);
  expect(links()).toHaveLength(3);
  expect(list().queryByRole('searchbox')).toBeNull();
});

describe('a star', () => {
  const row = (at: number) => links()[at].closest('li')!;
  const starred = () => list().queryAllByRole('img', { name: 'Kept' });

  test('tells kept stories from the others, and lists them alone', async () => {
    await openStudio();
    render(Story);
    expect(links()).toHaveLength(3);
    expect(starred()).toHaveLength(2);
    await fireEvent.click(list().getByRole('radio', { name: 'Kept' }));
    expect(links()).toHaveLength(2);
    expect(list().queryByText('The old mouse said it is easy to propose')).toBeNull();
  });

  test('is given and taken off in the list', async () => {
    await openStudio();
    render(Story);
    const choose = async (action: string) => {
      await fireEvent.click(within(row(1)).getByRole('button', { name: /^Actions/ }));
      await fireEvent.click(await screen.findByRole('menuitem', { name: action }));
    };
    await choose('Keep');
    await waitFor(() => expect(starred()).toHaveLength(3));
    await choose('Take the star off');
    await waitFor(() => expect(starred()).toHaveLength(2));
  });

  test('is given to what lies open, under a title; a second press takes it off', async () => {
    const bridge = await openStudio();
    render(Story);
    const id = await tell('The mice had a');
    await fireEvent.click(screen.getByRole('button', { name: 'Keep' }));
    const title = await screen.findByLabelText<HTMLInputElement>('Title');
    await fireEvent.input(title, { target: { value: 'Of mice' } });
    await fireEvent.submit(title.form!);
    await fireEvent.click(await screen.findByRole('button', { name: 'Kept' }));
    await screen.findByRole('button', { name: 'Keep' });
    expect(bridge.asked.slice(-2)).toEqual([
      { name: 'stories.keep', input: { id, title: 'Of mice' } },
      { name: 'stories.unkeep', input: { id } },
    ]);
  });

  test('without any it says what one is for', async () => {
    await openStudio('first');
    desk.clear();
    const bridge = await openStudio('full');
    for (const id of ['story-1', 'story-3']) bridge.say({ event: 'stories.removed', payload: { id } });
    render(Story);
    await fireEvent.click(list().getByRole('radio', { name: 'Kept' }));
    expect(list().getByRole('status').textContent).toMatch(/A star keeps a story for good.*500/);
  });
});

test('stories are found by the model that told them too', async () => {
  await openStudio('crowded');
  render(Story);
  const search = list().getByRole('searchbox', { name: 'Find a story' });
  await fireEvent.input(search, { target: { value: 'belling propose 1997' } });
  expect(list().getByRole('status').textContent).toMatch(/None/);
});
