import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { AesopError } from '../../../../../electron/contract/errors.ts';
import { summaryOf } from '../../../../../electron/contract/story.ts';
import type { WireOutput } from '../../../../../electron/contract/wire.ts';
import { desk } from '../../../../../renderer/rooms/story/desk.svelte.ts';
import Story from '../../../../../renderer/rooms/story/Story.svelte';
import { route } from '../../../../../renderer/state/route.svelte.ts';
import { telling } from '../../../../../renderer/state/telling.svelte.ts';
import { stories as whole } from '../../../fixtures/stories.ts';
import { openStudio, settle } from '../../../studio-page.ts';
import '../sight.ts';

const field = () => screen.getByLabelText<HTMLTextAreaElement>('First line');
const list = () => within(screen.getByRole('complementary', { name: 'Kept stories' }));
const links = () => list().getAllByRole('link');
const focused = () => document.activeElement?.querySelector('.name')?.textContent;

afterEach(() => {
  desk.clear();
  desk.reset();
});

describe('2,000 kept stories', () => {
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
    const id = (bridge.asked.find(({ name }) => name === 'stories.delete')?.input as { id: string }).id;
    bridge.say({ event: 'stories.removed', payload: { id } });
    await settle();
    expect(focused()).toBe(next);
    expect(list().queryByText(gone!)).toBeNull();
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

test('few kept stories need no search', async () => {
  await openStudio();
  render(Story);
  expect(links()).toHaveLength(3);
  expect(list().queryByRole('searchbox')).toBeNull();
});

describe('a kept story that is opened', () => {
  /** An answer of the studio that the test gives when it wants. */
  function later() {
    let give: (story: WireOutput<'stories.read'>) => void = () => {};
    const given = new Promise<WireOutput<'stories.read'>>((resolve) => (give = resolve));
    return { answers: { 'stories.read': () => given }, give };
  }

  test('is waited for, without another in its place', async () => {
    const { answers, give } = later();
    await openStudio('full', answers);
    route.go('story', 'story-2');
    render(Story);
    expect(await screen.findByRole('status', { name: 'Opening the story' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Story' })).toBeNull();
    give(whole[1]);
    await waitFor(() => expect(field().value).toBe('The old mouse said it is'));
    expect(screen.getByRole('region', { name: 'Story' }).textContent).toContain('general council');
  });

  test('but left before it came, is not shown', async () => {
    const { answers, give } = later();
    await openStudio('full', answers);
    route.go('story', 'story-2');
    render(Story);
    await screen.findByRole('status', { name: 'Opening the story' });
    route.go('story');
    give(whole[1]);
    await settle();
    expect(telling.story).toBeUndefined();
    expect(screen.queryByRole('status', { name: 'Opening the story' })).toBeNull();
  });

  test('says what is wrong with it, and another one opens', async () => {
    await openStudio('full', {
      'stories.read': ({ id }) => {
        if (id === 'story-2') throw new AesopError('file-damaged', { path: 'story-2.json', problem: 'x' });
        return whole[0];
      },
    });
    route.go('story', 'story-2');
    render(Story);
    expect((await screen.findByRole('alert')).textContent).toContain('story-2.json');
    route.go('story', 'story-1');
    await waitFor(() => expect(field().value).toBe('Long ago, the cat had a'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('is read once: going back and forth between two asks for each of them once', async () => {
    const bridge = await openStudio();
    render(Story);
    for (const [id, line] of [
      ['story-1', 'Long ago, the cat had a'],
      ['story-2', 'The old mouse said it is'],
      ['story-1', 'Long ago, the cat had a'],
    ]) {
      route.go('story', id);
      await waitFor(() => expect(field().value).toBe(line));
    }
    expect(bridge.asked.filter(({ name }) => name === 'stories.read')).toHaveLength(2);
  });

  test('that was deleted elsewhere says so', async () => {
    const bridge = await openStudio();
    route.go('story', 'story-1');
    render(Story);
    await waitFor(() => expect(field().value).toBe('Long ago, the cat had a'));
    bridge.say({ event: 'stories.removed', payload: { id: 'story-1' } });
    expect((await screen.findByRole('alert')).textContent).toContain('story-1');
  });
});

test('a story just kept is not read again', async () => {
  const bridge = await openStudio('full', {
    'stories.keep': ({ story, title }) =>
      summaryOf({ ...story, id: 'just-kept', title: title ?? '', keptAt: '2026-11-29T09:41:00.000Z' } as never),
  });
  render(Story);
  await fireEvent.input(field(), { target: { value: 'The mice had a' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Tell' }));
  await fireEvent.click(await screen.findByRole('button', { name: 'Keep' }));
  await fireEvent.submit((await screen.findByLabelText<HTMLInputElement>('Title')).form!);
  await screen.findByRole('button', { name: 'Kept' });
  expect(route.id).toBe('just-kept');
  expect(telling.story).toMatchObject({ id: 'just-kept', prompt: 'The mice had a' });
  expect(bridge.asked.some(({ name }) => name === 'stories.read')).toBe(false);
});
