import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Library from '../../../../../renderer/rooms/library/Library.svelte';
import { TextSearch } from '../../../../../renderer/rooms/library/reader/text-search.svelte.ts';
import { route } from '../../../../../renderer/state/route.svelte.ts';
import { corpora } from '../../../fixtures/corpora.ts';
import { openStudio, settle } from '../../../studio-page.ts';

const LINE = `The mouse spoke to the mice${' and spoke to the mice'.repeat(4)} again.\n`;
const LINES = 500;
const LONG = LINE.repeat(LINES);
/** Where the long text says “mouse”, as the worker tells it: some hits round a place. */
const mice = (near: number, limit: number) => {
  const total = LINES;
  const at = Math.ceil(Math.max(0, near - 4) / LINE.length);
  const first = Math.max(0, Math.min(at - Math.floor(limit / 2), total - limit));
  const hits = Array.from({ length: limit }, (_, index): [number, number] => [(first + index) * LINE.length + 4, 5]);
  return { total, complete: true, first, hits };
};
const marked = () => document.querySelector('mark[data-current]');

test('a text is searched from where one reads, from hit to hit over pages and round its end', async () => {
  const bridge = await openStudio('full', {
    'corpora.text': ({ offset, length }) => ({
      text: LONG.slice(offset, offset + length),
      characters: LONG.length,
      line: Math.floor(offset / LINE.length) + 1,
    }),
    'corpora.search': ({ near, limit }) => mice(near, limit),
  });
  bridge.say({
    event: 'corpora.changed',
    payload: { corpus: { ...corpora[1], characters: LONG.length, lines: LINES } },
  });
  route.go('library', 'tiny-shakespeare');
  render(Library);
  await fireEvent.click(await screen.findByRole('button', { name: 'Next page' }));
  await fireEvent.keyDown(window, { key: 'f', ctrlKey: true });
  const field = await screen.findByRole('textbox', { name: 'Search in the text' });
  expect(document.activeElement).toBe(field);
  await fireEvent.input(field, { target: { value: 'MOUSE' } });
  await fireEvent.keyDown(field, { key: 'Enter' });
  const first = Math.ceil(12_000 / LINE.length) + 1;
  expect(await screen.findByText(`${first} of 500`)).toBeTruthy();
  expect(document.querySelectorAll('mark').length).toBeGreaterThan(90);
  await waitFor(() => expect(marked()?.closest('.line')?.getAttribute('data-n')).toBe(String(first)));
  await fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
  expect(await screen.findByText(`${first - 1} of 500`)).toBeTruthy();
  expect(await screen.findByText('Page 1 of 6')).toBeTruthy();
  for (const at of [first - 2, first - 3]) {
    await fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
    expect(await screen.findByText(`${at} of 500`)).toBeTruthy();
  }
  await fireEvent.keyDown(field, { key: 'Escape' });
  expect(screen.queryByRole('textbox', { name: 'Search in the text' })).toBeNull();
  expect(document.querySelectorAll('mark')).toHaveLength(0);
});

test('before the first hit comes the last', async () => {
  const asked: number[] = [];
  await openStudio('full', {
    'corpora.search': ({ near, limit }) => {
      asked.push(near);
      return mice(near, limit);
    },
  });
  const search = new TextSearch({ ...corpora[1], characters: LONG.length });
  search.open = true;
  await search.find('mouse', 0);
  expect([search.at, search.current]).toEqual([0, [4, 5]]);
  await search.step(-1);
  expect([search.at, search.current]).toEqual([LINES - 1, [(LINES - 1) * LINE.length + 4, 5]]);
  await search.step(1);
  expect(search.at).toBe(0);
  for (let step = 0; step < 350; step++) await search.step(1);
  expect(search.current).toEqual([350 * LINE.length + 4, 5]);
  expect(asked.length).toBeLessThan(10);
});

test('while a search is under way only the last text typed waits', async () => {
  const asked: string[] = [];
  let answer = () => {};
  await openStudio('full', {
    'corpora.search': async ({ text, near, limit }) => {
      asked.push(text);
      if (text === 'm') await new Promise<void>((resolve) => (answer = resolve));
      return { ...mice(near, limit), total: text.length };
    },
  });
  const search = new TextSearch(corpora[1]);
  const first = search.find('m', 0);
  await settle();
  void search.find('mo', 0);
  void search.find('mou', 0);
  expect(search.found).toBeUndefined();
  answer();
  await first;
  expect(asked).toEqual(['m', 'mou']);
  expect(search.found?.total).toBe(3);
});
