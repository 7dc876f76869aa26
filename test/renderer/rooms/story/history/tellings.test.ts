import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
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
import { field, links, tell } from './history-page.ts';

const shownText = () => screen.getByRole('region', { name: 'Story' }).textContent;

afterEach(() => {
  view.shown = 'all';
  desk.clear();
  desk.reset();
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
