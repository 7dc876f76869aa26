import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { AesopError } from '../../../../../electron/contract/errors.ts';
import { summaryOf } from '../../../../../electron/contract/story.ts';
import type { WireOutput } from '../../../../../electron/contract/wire.ts';
import { desk } from '../../../../../renderer/rooms/story/desk.svelte.ts';
import { view } from '../../../../../renderer/rooms/story/history/view.svelte.ts';
import Story from '../../../../../renderer/rooms/story/Story.svelte';
import { route } from '../../../../../renderer/state/route.svelte.ts';
import { telling } from '../../../../../renderer/state/telling.svelte.ts';
import { stories as whole } from '../../../fixtures/stories.ts';
import { openStudio, settle } from '../../../studio-page.ts';
import '../sight.ts';

const field = () => screen.getByLabelText<HTMLTextAreaElement>('First line');
const list = () => within(screen.getByRole('complementary', { name: 'History' }));
const links = () => list().getAllByRole('link');
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

test('few stories need no search', async () => {
  await openStudio();
  render(Story);
  expect(links()).toHaveLength(3);
  expect(list().queryByRole('searchbox')).toBeNull();
});

describe('a story that is opened', () => {
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

/** Tells the first line; waits until it lies there with an address of its own. @returns that id */
async function tell(line: string): Promise<string> {
  const before = route.id;
  await fireEvent.input(field(), { target: { value: line } });
  await fireEvent.click(screen.getByRole('button', { name: 'Tell' }));
  await waitFor(() => expect(route.id !== undefined && route.id !== before).toBe(true));
  return route.id!;
}
const shownText = () => screen.getByRole('region', { name: 'Story' }).textContent;

describe('a telling', () => {
  test('gets an address of its own, and is not read again', async () => {
    const bridge = await openStudio();
    render(Story);
    const id = await tell('The mice had a');
    expect(telling.story).toMatchObject({ id, prompt: 'The mice had a' });
    expect(links()[0].getAttribute('aria-current')).toBe('true');
    expect(bridge.asked.some(({ name }) => name === 'stories.read')).toBe(false);
  });

  test('is come back to after another one, after a kept one, and by Back', async () => {
    await openStudio();
    render(Story);
    const first = await tell('The mice had a');
    await fireEvent.click(screen.getByRole('button', { name: /^Again/ }));
    await waitFor(() => expect(route.id).not.toBe(first));
    await waitFor(() => expect(route.id).toBeDefined());
    const second = route.id!;
    route.go('story', 'story-1');
    await waitFor(() => expect(field().value).toBe('Long ago, the cat had a'));
    for (const id of [second, first]) {
      history.back();
      await waitFor(() => expect(telling.story).toMatchObject({ id, prompt: 'The mice had a' }));
      expect(route.id).toBe(id);
    }
    expect(shownText()).toContain('The mice had a general council');
  });

  test('ended while another room was open, is what one comes back to', async () => {
    const bridge = await openStudio('full', { 'stories.tell': () => ({ job: 'job_slow00001' }) });
    render(Story);
    await fireEvent.input(field(), { target: { value: 'The mice had a' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Tell' }));
    await screen.findByRole('button', { name: 'Stop' });
    await settle();
    route.go('shelf');
    const told = { ...whole[0], id: 'late', toldAt: '2026-11-29T10:00:00.000Z' };
    bridge.say({ event: 'stories.changed', payload: { story: summaryOf(told) } });
    bridge.say({ event: 'stories.told', payload: { job: 'job_slow00001', id: 'late' } });
    bridge.say({ event: 'job.done', payload: { job: 'job_slow00001', kind: 'tell', result: told } });
    await waitFor(() => expect(route.roomHref('story')).toBe('#/story/late'));
    expect(route.room).toBe('shelf');
  });

  test('told on from its end stays at its address while it grows', async () => {
    const bridge = await openStudio();
    render(Story);
    const id = await tell('The mice had a');
    bridge.answers['stories.tell'] = () => ({ job: 'job_grows0001' });
    void desk.tellOn();
    await screen.findByRole('button', { name: 'Stop' });
    const asked = () => bridge.asked.findLast(({ name }) => name === 'stories.tell')?.input;
    await waitFor(() => expect(asked()).toMatchObject({ from: id }));
    expect(route.id).toBe(id);
    await settle();
    bridge.say({ event: 'job.stopped', payload: { job: 'job_grows0001', kind: 'tell' } });
    await waitFor(() => expect(telling.story).toMatchObject({ id }));
  });

  test('a kept one told on is another one, at another address', async () => {
    const bridge = await openStudio();
    route.go('story', 'story-1');
    render(Story);
    await waitFor(() => expect(field().value).toBe('Long ago, the cat had a'));
    void desk.tellOn();
    await waitFor(() => expect(route.id).toMatch(/^told-/));
    expect(bridge.asked.findLast(({ name }) => name === 'stories.tell')?.input).toMatchObject({ from: 'story-1' });
    history.back();
    await waitFor(() => expect(telling.story).toMatchObject({ id: 'story-1' }));
  });
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
