import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AesopError } from '../../../../../electron/contract/errors.ts';
import { bridgeTransport } from '../../../../../renderer/lib/bridge-transport.ts';
import { client } from '../../../../../renderer/lib/client.ts';
import type { Link } from '../../../../../renderer/lib/transport.ts';
import Remarks from '../../../../../renderer/rooms/shelf/models/Remarks.svelte';
import { models as cards } from '../../../fixtures/runs.ts';
import { openStudio, settle } from '../../../studio-page.ts';

beforeEach(() => sessionStorage.clear());
afterEach(() => void vi.useRealTimers());

test('a note and tags are kept when their field is left, and shown as they are kept', async () => {
  const bridge = await openStudio('full', {
    'models.remark': ({ id, ...remarks }) => ({ ...cards[0], id, ...remarks }),
  });
  const { rerender } = render(Remarks, { model: cards[0] });
  const asked = () => bridge.asked.filter(({ name }) => name === 'models.remark').map(({ input }) => input);
  await fireEvent.input(screen.getByLabelText('Tags'), { target: { value: 'class 9b, Sea, sea' } });
  expect(asked()).toEqual([]);
  await fireEvent.change(screen.getByLabelText('Tags'));
  await settle();
  expect(asked()).toEqual([{ id: cards[0].id, note: '', tags: ['class 9b', 'Sea'] }]);
  await rerender({ model: { ...cards[0], tags: ['class 9b', 'Sea'], note: 'For Friday' } });
  expect(screen.getByLabelText<HTMLInputElement>('Tags').value).toBe('class 9b, Sea');
  expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('For Friday');
});

test('what stands in a field is kept also where the window closes before it is left, once', async () => {
  const bridge = await openStudio('full', {
    'models.remark': ({ id, ...remarks }) => ({ ...cards[0], id, ...remarks }),
  });
  const { rerender } = render(Remarks, { model: cards[0] });
  const leave = () => fireEvent(window, new Event('pagehide'));
  const asked = () => bridge.asked.filter(({ name }) => name === 'models.remark').map(({ input }) => input);
  await leave();
  expect(asked()).toEqual([]);
  await fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'For Friday ' } });
  await leave();
  await settle();
  const note = 'For Friday';
  expect(asked()).toEqual([{ id: cards[0].id, note, tags: cards[0].tags ?? [] }]);
  await rerender({ model: { ...cards[0], note } });
  await leave();
  expect(asked()).toHaveLength(1);
});

test('what stands in a field is kept where the card goes before it is left, as by a key to another room', async () => {
  const bridge = await openStudio('full', {
    'models.remark': ({ id, ...remarks }) => ({ ...cards[0], id, ...remarks }),
  });
  const { unmount } = render(Remarks, { model: cards[0] });
  await fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'For Friday' } });
  unmount();
  const input = { id: cards[0].id, note: 'For Friday', tags: cards[0].tags ?? [] };
  expect(bridge.asked).toContainEqual({ name: 'models.remark', input });
});

test('a note that is being written stays as it is while the tags before it are kept', async () => {
  await openStudio('full');
  const { rerender } = render(Remarks, { model: cards[0] });
  await fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'For Fri' } });
  await rerender({ model: { ...cards[0], tags: ['Sea'] } });
  expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('For Fri');
  expect(screen.getByLabelText<HTMLInputElement>('Tags').value).toBe('Sea');
});

/** Writes into the note as one types, and waits until the pause after it is over. */
async function typeAndPause(text: string): Promise<void> {
  await fireEvent.input(screen.getByLabelText('Note'), { target: { value: text } });
  await vi.advanceTimersByTimeAsync(1000);
}

test('what is written is kept once the writing pauses, and stays as it was typed', async () => {
  const bridge = await openStudio('full', {
    'models.remark': ({ id, ...remarks }) => ({ ...cards[0], id, ...remarks }),
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { rerender } = render(Remarks, { model: cards[0] });
  const notes = () =>
    bridge.asked.filter(({ name }) => name === 'models.remark').map(({ input }) => (input as { note: string }).note);
  await fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'For' } });
  expect(notes()).toEqual([]);
  await typeAndPause('For Friday, ');
  expect(notes()).toEqual(['For Friday,']);
  await rerender({ model: { ...cards[0], note: 'For Friday,' } });
  expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('For Friday, ');
  await fireEvent.change(screen.getByLabelText('Note'));
  expect(notes()).toHaveLength(1);
  await typeAndPause('For Friday, 9b');
  expect(notes()).toEqual(['For Friday,', 'For Friday, 9b']);
});

test('an answer that comes late takes nothing away of what was written since', async () => {
  const answers: (() => void)[] = [];
  await openStudio('full', {
    'models.remark': ({ id, ...remarks }) =>
      new Promise((resolve) => answers.push(() => resolve({ ...cards[0], id, ...remarks }))),
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { rerender } = render(Remarks, { model: cards[0] });
  const field = () => screen.getByLabelText<HTMLTextAreaElement>('Note').value;
  await typeAndPause('a fine one');
  await typeAndPause('a fine one for 9b');
  answers[0]();
  await vi.advanceTimersByTimeAsync(0);
  await rerender({ model: { ...cards[0], note: 'a fine one' } });
  expect(field()).toBe('a fine one for 9b');
  answers[1]();
  await vi.advanceTimersByTimeAsync(0);
  await rerender({ model: { ...cards[0], note: 'a fine one for 9b' } });
  expect(field()).toBe('a fine one for 9b');
  // from another window, once nothing of our own waits
  await rerender({ model: { ...cards[0], note: 'theirs' } });
  expect(field()).toBe('theirs');
});

test('what could not be kept is sent again at the next occasion', async () => {
  let fails = true;
  const bridge = await openStudio('full', {
    'models.remark': ({ id, ...remarks }) => {
      if (fails) throw new Error('full');
      return { ...cards[0], id, ...remarks };
    },
  });
  render(Remarks, { model: cards[0] });
  await fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'For Friday' } });
  await fireEvent.change(screen.getByLabelText('Note'));
  await settle();
  fails = false;
  await fireEvent(window, new Event('pagehide'));
  await settle();
  expect(bridge.asked.filter(({ name }) => name === 'models.remark')).toHaveLength(2);
});

/** The requests of a bridge to keep remarks, and whether they reach the studio. */
async function unreachable() {
  const way = { open: false };
  const bridge = await openStudio('full', {
    'models.remark': ({ id, ...remarks }) => {
      if (!way.open) throw new AesopError('connection-lost');
      return { ...cards[0], id, ...remarks };
    },
  });
  const kept = () => bridge.asked.filter(({ name }) => name === 'models.remark').map(({ input }) => input);
  const transport = bridgeTransport(bridge);
  let tell: (link: Link) => void = () => {};
  client.connect({
    ...transport,
    start(listener) {
      tell = (link) => listener.link(link);
      transport.start(listener);
    },
  });
  return { way, kept, tell: (link: Link) => tell(link) };
}

test('what was written while the studio could not be reached is kept once it can', async () => {
  const { way, kept, tell } = await unreachable();
  tell('lost');
  render(Remarks, { model: cards[0] });
  await fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'For Friday' } });
  await fireEvent.change(screen.getByLabelText('Note'));
  await settle();
  expect(kept()).toHaveLength(1);
  way.open = true;
  tell('up');
  await settle();
  expect(kept()).toHaveLength(2);
  expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('For Friday');
});

test('what could not be kept of a card that was left stands in it again, of its own model alone', async () => {
  const { way, kept } = await unreachable();
  const { unmount } = render(Remarks, { model: cards[0] });
  await fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'For Friday' } });
  unmount();
  await settle();
  const other = render(Remarks, { model: cards[1] });
  expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe(cards[1].note ?? '');
  other.unmount();
  way.open = true;
  render(Remarks, { model: cards[0] });
  expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('For Friday');
  await settle();
  expect(kept().at(-1)).toMatchObject({ id: cards[0].id, note: 'For Friday' });
  expect(kept()).toHaveLength(2);
});

test('what was not kept yet outlives a reload of the page, and what was kept leaves nothing behind', async () => {
  const { way, kept } = await unreachable();
  render(Remarks, { model: cards[0] });
  await fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'For Friday' } });
  expect(sessionStorage).toHaveLength(1);
  cleanup();
  await settle();
  way.open = true;
  render(Remarks, { model: cards[0] });
  expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('For Friday');
  await settle();
  expect(kept().at(-1)).toMatchObject({ id: cards[0].id, note: 'For Friday' });
  expect(sessionStorage).toHaveLength(0);
});
