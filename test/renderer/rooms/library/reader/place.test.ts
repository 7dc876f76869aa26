import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { textPlaceHref, textPlaceOf } from '../../../../../renderer/lib/text-place.ts';
import { readPlace } from '../../../../../renderer/lib/place.ts';
import Library from '../../../../../renderer/rooms/library/Library.svelte';
import Story from '../../../../../renderer/rooms/story/Story.svelte';
import { stretchOn } from '../../../../../renderer/rooms/library/reader/marks.ts';
import { route } from '../../../../../renderer/state/route.svelte.ts';
import { FABLE_TEXT } from '../../../fixtures/corpora.ts';
import { openStudio } from '../../../studio-page.ts';
import '../../story/sight.ts';

const place = { offset: FABLE_TEXT.indexOf('a small bell') - 1, characters: 'a small bell '.length + 1 };

test('an address leads to a place and back; one that makes no sense to none', () => {
  const { values } = readPlace(textPlaceHref('fable', place));
  expect(textPlaceOf(values)).toEqual(place);
  for (const at of ['', '-1', '1e3', 'x', '9'.repeat(20)]) expect(textPlaceOf({ at })).toBeUndefined();
  expect(textPlaceOf({ at: '5', length: 'much' })).toEqual({ offset: 5, characters: 1 });
});

test('a page has of a stretch what lies on it, without the blanks around', () => {
  const page = { start: 10, text: 'one two three' };
  expect(stretchOn(page, { offset: 13, characters: 5 })).toEqual([4, 7]);
  expect(stretchOn(page, { offset: 4, characters: 9 })).toEqual([0, 3]);
  expect(stretchOn(page, { offset: 100, characters: 9 })).toBeUndefined();
});

test('the Library opens the text at the place and marks it', async () => {
  await openStudio();
  location.hash = textPlaceHref('belling-the-cat', place);
  route.go('library', 'belling-the-cat', readPlace(location.hash).values as Record<string, string>);
  const { unmount } = render(Library);
  await waitFor(() => expect(document.querySelector('mark[data-current]')?.textContent).toBe('a small bell'));
  unmount();
});

test('the note beside a copied span leads there', async () => {
  await openStudio();
  route.go('story', 'story-1');
  render(Story);
  await fireEvent.click(screen.getByLabelText('Mark copied spans'));
  const note = await waitFor(
    () => {
      const found = document.querySelector<HTMLAnchorElement>('a.aside');
      expect(found?.textContent).toBe('9 symbols, from symbol 60 of the text');
      return found!;
    },
    { timeout: 5000 },
  );
  expect(note.hash).toBe(`#/library/belling-the-cat?at=${FABLE_TEXT.indexOf('measures they')}&length=53`);
});
