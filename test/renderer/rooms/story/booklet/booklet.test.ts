import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BookletContent } from '../../../../../electron/contract/booklet.ts';
import { AesopError } from '../../../../../electron/contract/errors.ts';
import { openBooklet } from '../../../../../renderer/rooms/story/booklet/open-booklet.svelte.ts';
import { gathering } from '../../../../../renderer/rooms/story/booklet/gathering.svelte.ts';
import Story from '../../../../../renderer/rooms/story/Story.svelte';
import { route } from '../../../../../renderer/state/route.svelte.ts';
import { toasts } from '../../../../../renderer/state/toasts.svelte.ts';
import type { FakeBridge } from '../../../fixtures/fake-bridge.ts';
import { openStudio } from '../../../studio-page.ts';
import '../sight.ts';

const ID = 'mice-and-cats';
const headings = () => screen.getAllByLabelText<HTMLInputElement>('Heading').map(({ value }) => value);
const piece = (number: number) => screen.getByRole('article', { name: new RegExp(`^Piece ${number} of`) });

beforeEach(() => {
  for (const { key } of toasts.list) toasts.dismiss(key);
});
afterEach(async () => {
  gathering.open = false;
  await openBooklet.flush();
});

/** What was written last, of the booklet of that id. */
const written = ({ asked }: FakeBridge) =>
  asked.findLast(({ name }) => name === 'booklets.write')?.input as { id: string; content: BookletContent } | undefined;

async function opened(answers: Parameters<typeof openStudio>[1] = {}): Promise<FakeBridge> {
  const bridge = await openStudio('full', answers);
  await openBooklet.open('nothing');
  route.go('story', undefined, { booklet: ID });
  render(Story);
  await waitFor(() => expect(headings()).toEqual(['The council', '', '守株']));
  return bridge;
}

test('words and title are written in place and saved when the writing pauses, and when the page is left', async () => {
  const bridge = await opened();
  await fireEvent.input(screen.getByLabelText('Title'), { target: { value: 'Of Bells' } });
  expect(screen.getByText('Not saved yet')).toBeTruthy();
  await waitFor(() => expect(written(bridge)?.content.title).toBe('Of Bells'));
  await waitFor(() => expect(screen.getByText('Saved')).toBeTruthy());
  await fireEvent.input(screen.getByLabelText('Text of piece 2'), { target: { value: 'It is easy.' } });
  window.dispatchEvent(new Event('pagehide'));
  await waitFor(() => expect(written(bridge)?.content.pieces[1].text).toBe('It is easy.'));
});

test('a piece moves by Alt and arrow keys, keeps the focus, and says where it is', async () => {
  const bridge = await opened();
  const text = screen.getByLabelText<HTMLTextAreaElement>('Text of piece 1');
  text.focus();
  await fireEvent.keyDown(text, { key: 'ArrowDown', altKey: true });
  await waitFor(() => expect(headings()).toEqual(['', 'The council', '守株']));
  expect(screen.getByText('Now piece 2 of 3.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Text of piece 2'));
  await fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp', altKey: true });
  await fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp', altKey: true });
  await waitFor(() => expect(headings()).toEqual(['The council', '', '守株']));
  await waitFor(() =>
    expect(written(bridge)?.content.pieces.map(({ key }) => key)).toEqual(['piece1', 'piece2', 'piece3']),
  );
});

test('a piece is dragged before another by its handle', async () => {
  await opened();
  await fireEvent.dragStart(within(piece(3)).getByRole('button', { name: /^Move piece 3/ }));
  // a page without a layout: every piece lies at 0 and has no height
  await fireEvent.dragOver(piece(1), { clientY: -1 });
  await fireEvent.drop(piece(1));
  await waitFor(() => expect(headings()).toEqual(['守株', 'The council', '']));
});

test('a piece that is taken out can be put back in its place', async () => {
  const bridge = await opened();
  openBooklet.remove('piece2')();
  await waitFor(() => expect(headings()).toEqual(['The council', '', '守株']));
  await fireEvent.keyDown(within(piece(2)).getByRole('button', { name: 'Piece 2 of 3' }), { key: 'Enter' });
  await fireEvent.click(await screen.findByRole('menuitem', { name: 'Take out' }));
  await waitFor(() => expect(headings()).toEqual(['The council', '守株']));
  expect(toasts.list[0].text).toBe('“It is easy to propose impossible remedies.” taken out.');
  toasts.act(toasts.list[0]);
  await waitFor(() => expect(headings()).toEqual(['The council', '', '守株']));
  await waitFor(() => expect(written(bridge)?.content.pieces).toHaveLength(3));
});

test('what cannot be written stays on the page, says why, and is tried again', async () => {
  let full = true;
  await opened({
    'booklets.write': () => {
      if (full) throw new AesopError('disk-full', { path: 'booklets' });
      return { id: ID, title: 'Kept', pieces: 3, madeAt: '', changedAt: '', revision: 5 } as never;
    },
  });
  await fireEvent.input(screen.getByLabelText('Title'), { target: { value: 'Kept' } });
  expect(await screen.findByText(/disk is full/i)).toBeTruthy();
  expect(openBooklet.state).toBe('unsaved');
  route.go('story', undefined, { booklet: 'another' });
  await waitFor(() => expect(route.values.booklet).toBe(ID));
  expect(screen.getByLabelText<HTMLInputElement>('Title').value).toBe('Kept');
  full = false;
  await openBooklet.flush();
  expect(openBooklet.state).toBe('saved');
  expect(openBooklet.error).toBeUndefined();
});

test('what is more than a booklet holds is not sent, stays on the page and says the limit', async () => {
  const bridge = await opened();
  const asked = bridge.asked.length;
  for (const key of ['piece1', 'piece2', 'piece3']) openBooklet.changePiece(key, { text: 'a'.repeat(700_000) });
  await openBooklet.flush();
  expect(openBooklet.error).toMatchObject({ code: 'booklet-large', values: { characters: 2_100_000 } });
  expect(bridge.asked.slice(asked).filter(({ name }) => name === 'booklets.write')).toEqual([]);
  openBooklet.changePiece('piece3', { text: 'less' });
  await openBooklet.flush();
  expect(openBooklet.error).toBeUndefined();
  expect(written(bridge)?.content.pieces[2].text).toBe('less');
});

test('where it was changed elsewhere meanwhile, what was written here becomes a booklet of its own', async () => {
  const bridge = await opened({
    'booklets.write': () => {
      throw new AesopError('booklet-changed', { title: 'Theirs' });
    },
  });
  await fireEvent.input(screen.getByLabelText('Title'), { target: { value: 'Mine' } });
  await waitFor(() => expect(route.values.booklet).toMatch(/^booklet-new-/));
  const made = bridge.asked.findLast(({ name }) => name === 'booklets.create')!.input as BookletContent;
  expect(made).toMatchObject({
    title: 'Mine (mine)',
    pieces: [{ key: 'piece1' }, { key: 'piece2' }, { key: 'piece3' }],
  });
  expect(headings()).toEqual(['The council', '', '守株']);
});

test('passages and kept stories are chosen together and go into a new booklet as copies', async () => {
  const bridge = await openStudio();
  route.go('story', undefined, { booklet: '' });
  render(Story);
  gathering.begin({ first: 'passage:passage-2', into: '' });
  const dialog = await screen.findByRole('dialog', { name: 'Into a booklet' });
  await fireEvent.click(
    within(dialog).getByRole('checkbox', { name: /Long ago, the cat had a general proposal story/ }),
  );
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Add 2 pieces' }));
  await waitFor(() => expect(route.values.booklet).toMatch(/^booklet-new-/));
  const { pieces } = bridge.asked.findLast(({ name }) => name === 'booklets.create')!.input as BookletContent;
  expect(pieces.map(({ heading, text }) => [heading, text.slice(0, 32)])).toEqual([
    ['', 'it is easy to propose impossible'],
    ['Long ago, the cat had a general proposal', 'Long ago, the cat had a general '],
  ]);
  expect(pieces[0].told).toMatchObject({ title: 'A story that is gone', model: 'belling-the-cat-1' });
  expect(pieces[1].told.sampling).toMatchObject({ temperature: 0.8, seed: 1 });
  expect(pieces[1].told.step).toBeGreaterThan(0);
});

test('without any, it says how passages are kept', async () => {
  await openStudio('empty');
  route.go('story', undefined, { booklet: '' });
  render(Story);
  expect(await screen.findByText(/Select words of a story and keep them: that is a passage/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'New booklet' })).toBeTruthy();
  expect(route.title).toBe('Booklets');
});
