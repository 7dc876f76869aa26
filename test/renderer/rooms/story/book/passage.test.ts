import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { stretchOfRange } from '../../../../../renderer/rooms/story/book/selection.svelte.ts';
import { desk } from '../../../../../renderer/rooms/story/desk.svelte.ts';
import { view } from '../../../../../renderer/rooms/story/history/view.svelte.ts';
import Story from '../../../../../renderer/rooms/story/Story.svelte';
import { passages } from '../../../../../renderer/state/passages.svelte.ts';
import { route } from '../../../../../renderer/state/route.svelte.ts';
import { toasts } from '../../../../../renderer/state/toasts.svelte.ts';
import { passages as kept } from '../../../fixtures/stories.ts';
import { openStudio } from '../../../studio-page.ts';
import '../sight.ts';

const word = (index: number) => document.querySelector<HTMLElement>(`[data-i="${index}"]`)!;
const list = () => within(screen.getByRole('complementary', { name: 'History' }));
const offered = () => screen.queryByRole('button', { name: 'Keep the passage' });

afterEach(() => {
  getSelection()?.removeAllRanges();
  view.shown = 'all';
  desk.prompt = '';
  desk.clear();
  desk.reset();
});

/** The room with story-1 open: “Long ago, the cat had a general council to consider what …”. */
async function opened(values: Record<string, string> = {}) {
  const bridge = await openStudio();
  route.go('story', 'story-1', values);
  render(Story);
  await waitFor(() => expect(word(3)).toBeTruthy());
  await waitFor(() => expect(desk.story?.id).toBe('story-1'));
  return bridge;
}

/** Selects as a pointer does. */
async function select(from: Node, at: number, to: Node, end: number): Promise<void> {
  await fireEvent.pointerDown(word(0));
  getSelection()!.setBaseAndExtent(from, at, to, end);
  document.dispatchEvent(new Event('selectionchange'));
  await fireEvent.pointerUp(window);
}

test('a range is the words that it touches with more than its edge', () => {
  document.body.innerHTML =
    '<p id="t"><b>Given</b> <i data-i="0">one</i> <i data-i="1">two</i> <i data-i="2">three</i></p>';
  const text = document.getElementById('t')!;
  const range = (from: Node, at: number, to: Node, end: number) => {
    const made = document.createRange();
    made.setStart(from, at);
    made.setEnd(to, end);
    return stretchOfRange(text, made);
  };
  const [one, two, three] = [0, 1, 2].map((index) => word(index).firstChild!);
  expect(range(one, 1, two, 2)).toEqual({ start: 0, end: 2 });
  expect(range(one, 3, three, 0)).toEqual({ start: 1, end: 2 });
  expect(range(text.querySelector('b')!.firstChild!, 2, two, 3)).toEqual({ start: 0, end: 2 });
  expect(range(text, 0, text, text.childNodes.length)).toEqual({ start: 0, end: 3 });
  expect(range(one, 3, two, 0)).toBeUndefined();
  document.body.innerHTML = '';
});

describe('selected words', () => {
  test('are kept as a passage of whole words with its place, and can be had back', async () => {
    const bridge = await opened();
    await select(word(0).firstChild!, 2, word(3).firstChild!, 2);
    await fireEvent.click(offered()!);
    const asked = () => bridge.asked.find(({ name }) => name === 'passages.keep')?.input;
    await waitFor(() =>
      expect(asked()).toEqual({
        text: 'general council to consider',
        story: 'story-1',
        title: 'Long ago, the cat had a general proposal',
        model: 'belling-the-cat-1',
        start: 0,
        length: 4,
      }),
    );
    await waitFor(() => expect(offered()).toBeNull());
    await fireEvent.click(list().getByRole('radio', { name: 'Passages' }));
    list().getByText('general council to consider');
    const { action } = toasts.list.at(-1)!;
    action!.run();
    await waitFor(() => expect(bridge.asked.at(-1)).toMatchObject({ name: 'passages.delete' }));
  });

  test('are offered to be kept only from two words on, when the pointer lets go, and not twice', async () => {
    await opened();
    await select(word(1).firstChild!, 0, word(1).firstChild!, 4);
    expect(offered()).toBeNull();
    await fireEvent.pointerDown(word(0));
    getSelection()!.setBaseAndExtent(word(1).firstChild!, 0, word(2).firstChild!, 1);
    document.dispatchEvent(new Event('selectionchange'));
    expect(offered()).toBeNull();
    await fireEvent.pointerUp(window);
    await waitFor(() => expect(offered()).toBeTruthy());
    const { start, length } = kept[0];
    await select(word(start).firstChild!, 0, word(start + length - 1).firstChild!, 1);
    await waitFor(() => expect(offered()).toBeNull());
  });

  test('are selected and kept by keys alone', async () => {
    const bridge = await opened();
    word(0).focus();
    for (const index of [0, 1, 2]) {
      await fireEvent.keyDown(word(index), { key: 'ArrowRight', shiftKey: true });
      await waitFor(() => expect(document.activeElement).toBe(word(index + 1)));
    }
    await fireEvent.keyDown(word(3), { key: 'ArrowLeft', shiftKey: true });
    await waitFor(() => expect(document.activeElement).toBe(word(2)));
    expect(screen.queryByRole('dialog')).toBeNull();
    await fireEvent.keyDown(word(2), { key: 'Enter' });
    expect(document.activeElement).toBe(offered());
    await fireEvent.click(offered()!);
    await waitFor(() =>
      expect(bridge.asked.findLast(({ name }) => name === 'passages.keep')?.input).toMatchObject({
        text: 'general council to',
        start: 0,
        length: 3,
      }),
    );
    await waitFor(() => expect(document.activeElement).toBe(word(2)));
  });

  test('are let go by Esc and by an arrow', async () => {
    await opened();
    word(0).focus();
    for (const key of ['Escape', 'ArrowLeft']) {
      await fireEvent.keyDown(word(0), { key: 'ArrowRight', shiftKey: true });
      await waitFor(() => expect(offered()).toBeTruthy());
      await fireEvent.keyDown(word(1), { key });
      await waitFor(() => expect(offered()).toBeNull());
      expect(getSelection()?.isCollapsed).toBe(true);
      word(0).focus();
    }
  });
});

describe('a kept passage', () => {
  const show = () => fireEvent.click(list().getByRole('radio', { name: 'Passages' }));

  test('lays its story open at its place', async () => {
    await opened({ passage: 'passage-1' });
    const { start, length } = kept[0];
    await waitFor(() => expect(getSelection()?.isCollapsed).toBe(false));
    const selected = getSelection()!.getRangeAt(0);
    expect(selected.startContainer).toBe(word(start));
    expect(selected.endContainer).toBe(word(start + length - 1));
    await show();
    const [gone, here] = within(list().getByRole('list')).getAllByRole('link');
    expect(here.getAttribute('href')).toBe('#/story/story-1?passage=passage-1');
    expect(here.getAttribute('aria-current')).toBe('true');
    expect(gone.getAttribute('href')).toBe('#/story?passage=passage-2');
  });

  test('is shown alone where its story is gone, with its note, until something is told', async () => {
    await openStudio();
    route.go('story', undefined, { passage: 'passage-2' });
    render(Story);
    await screen.findByText(/From “A story that is gone”/);
    expect(screen.getAllByText('The moral').length).toBeGreaterThan(0);
    desk.prompt = 'The mice had a';
    await fireEvent.click(screen.getByRole('button', { name: 'Tell' }));
    await waitFor(() => expect(route.id).toMatch(/^told-/));
    expect(screen.queryByText(/From “A story that is gone”/)).toBeNull();
  });

  test('is annotated by F2, and deleted with Undo by Delete', async () => {
    const bridge = await opened();
    await show();
    expect(within(list().getByRole('list')).getAllByRole('link')).toHaveLength(2);
    within(list().getByRole('list')).getAllByRole('link')[0].focus();
    await fireEvent.keyDown(document.activeElement!, { key: 'F2' });
    const note = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
    expect(note.value).toBe('The moral');
    await fireEvent.input(note, { target: { value: '' } });
    await fireEvent.submit(note.form!);
    await waitFor(() => expect(passages.byId('passage-2')?.note).toBe(''));
    within(list().getByRole('list')).getAllByRole('link')[0].focus();
    await fireEvent.keyDown(document.activeElement!, { key: 'Delete' });
    await waitFor(() => expect(bridge.asked.at(-1)).toEqual({ name: 'passages.delete', input: { id: 'passage-2' } }));
    expect(toasts.list.at(-1)?.action).toBeDefined();
  });

  test('without any it says how one comes here', async () => {
    const bridge = await opened();
    for (const { id } of kept) bridge.say({ event: 'passages.removed', payload: { id } });
    await show();
    expect(list().getByRole('status').textContent).toMatch(/Select words of a story/);
  });
});
