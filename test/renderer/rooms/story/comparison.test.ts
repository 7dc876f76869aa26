import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Comparison from '../../../../renderer/rooms/story/comparison/Comparison.svelte';
import { comparison } from '../../../../renderer/rooms/story/comparison/comparison.svelte.ts';
import { segmentsOf, surrounded } from '../../../../renderer/rooms/story/comparison/segments.ts';
import { FABLE_TEXT } from '../../fixtures/corpora.ts';
import { openStudio } from '../../studio-page.ts';

const TOLD = 'Some cats said that it is easy to propose impossible remedies, and went home.';
const said = ' it is easy to propose impossible remedies';
const offset = FABLE_TEXT.indexOf('It is easy to propose');
const corpus = 'belling-the-cat';
const span = { start: 4, length: 7, corpus, position: 170, offset, characters: said.length - 1 };
const copied = { texts: [corpus], spans: [span], share: 7 / 16, gone: [], long: [], more: false };

test('a passage is cut where it copies, and nothing of it is lost or said twice', () => {
  const symbols = [...'abcdefghij'].map((_, at) => ({ offset: at }));
  const at = (start: number, length: number) => ({ start, length, corpus, position: 0, offset: 0, characters: 1 });
  const spans = [at(2, 4), at(4, 4)];
  const segments = segmentsOf('abcdefghij', symbols, spans);
  expect(segments.map(({ text, span }) => [text, span?.start])).toEqual([
    ['ab', undefined],
    ['cdef', 2],
    ['gh', 4],
    ['ij', undefined],
  ]);
  expect(segmentsOf('abcdefghij', symbols, [at(0, 10)])).toEqual([{ text: 'abcdefghij', span: at(0, 10) }]);
  expect(segmentsOf('abcdefghij', symbols, [])).toEqual([{ text: 'abcdefghij' }]);
});

test('a place stands between what is before and behind it, no word torn', () => {
  const read = 'orn words before the place and words beh';
  const place = { ...span, offset: 117, characters: 9 };
  expect(surrounded(read, 100, place)).toEqual({
    before: '…words before ',
    said: 'the place',
    after: ' and words beh',
  });
});

test('what was told stands beside the place that it copies, which is a link to it', async () => {
  await openStudio('full', {
    'stories.copied': () => copied,
  });
  render(Comparison);
  void comparison.show('belling-the-cat-1', TOLD);
  const dialog = await screen.findByRole('dialog', { name: 'Compare with the text' });
  const rows = await waitFor(() => {
    const found = within(dialog).getAllByRole('row').slice(1);
    expect(found).toHaveLength(3);
    return found.map((row) => within(row).getAllByRole('cell'));
  });
  expect(rows.map(([told]) => told.textContent?.trim())).toEqual([
    'Some cats said that',
    said.trim(),
    ', and went home.',
  ]);
  expect(rows.map(([told]) => told.querySelector('mark') !== null)).toEqual([false, true, false]);
  expect(rows[0][1].textContent?.trim()).toBe('New');
  expect(rows[1][1].querySelector('mark')?.textContent).toBe('It is easy to propose impossible remedies');
  expect(rows[1][1].textContent).toMatch(/the old mouse said: “It is easy/);
  const link = within(rows[1][1]).getByRole<HTMLAnchorElement>('link', {
    name: '7 symbols, from symbol 171 of the text',
  });
  expect(link.hash).toBe(`#/library/belling-the-cat?at=${offset}&length=${said.length - 1}`);
  expect(dialog.textContent).toMatch(/56\s%\s+new,\s+44\s%\s+copied from “Belling the Cat”/);
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
  expect(comparison.open).toBe(false);
});

test('of several texts those alone are named that are copied, and each place is one of its own', async () => {
  const several = { ...copied, texts: ['walden', corpus], gone: ['The Owl'], more: false };
  await openStudio('full', { 'stories.copied': () => several });
  const { unmount } = render(Comparison);
  void comparison.show('belling-the-cat-1', TOLD);
  const link = await screen.findByRole('link', { name: '7 symbols, from symbol 171 of “Belling the Cat”' });
  const dialog = link.closest('[role=dialog], dialog')!;
  expect(dialog.textContent).toMatch(/copied from “Belling the Cat”\. From six/);
  expect(dialog.textContent).toMatch(/Not searched, since gone from the Library or damaged: “The Owl”\./);
  unmount();
  comparison.open = false;
});

test('a passage whose model is gone says why it cannot be compared', async () => {
  await openStudio();
  const { unmount } = render(Comparison);
  void comparison.show('nobody', TOLD);
  expect(await screen.findByText(/Its model is no longer on the Shelf/)).toBeTruthy();
  unmount();
  comparison.open = false;
});
