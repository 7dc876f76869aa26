import { render, waitFor } from '@testing-library/svelte';
import { beforeAll, describe, expect, test } from 'vitest';
import { openBooklet } from '../../../../../renderer/rooms/story/booklet/open-booklet.svelte.ts';
import Booklet from '../../../../../renderer/rooms/story/booklet/Booklet.svelte';
import { saveBooklet } from '../../../../../renderer/rooms/story/booklet/save-booklet.ts';
import { booklets } from '../../../fixtures/booklets.ts';
import type { FakeBridge } from '../../../fixtures/fake-bridge.ts';
import { openStudio } from '../../../studio-page.ts';

const [{ id, changedAt }] = booklets;
let bridge: FakeBridge;
beforeAll(async () => {
  bridge = await openStudio();
});

describe('a booklet put out', () => {
  test('goes to the studio as the book that it shows, of the day on which it was changed, in each format', async () => {
    await openBooklet.open(id);
    for (const format of ['docx', 'epub'] as const) {
      await saveBooklet(format);
      expect(bridge.asked.findLast(({ name }) => name === 'booklets.save')?.input).toMatchObject({
        name: `Of Mice and Bells.${format}`,
        format,
        book: { date: changedAt, pieces: [{ heading: 'The council' }, {}, {}] },
      });
    }
    await saveBooklet('md');
    expect(bridge.asked.findLast(({ name }) => name === 'stories.save')?.input).toMatchObject({
      name: 'Of Mice and Bells.md',
    });
  });

  test('is laid out for paper: a title page, and a sheet for each piece', async () => {
    const { unmount } = render(Booklet, { id });
    await waitFor(() => expect(openBooklet.content).toBeDefined());
    window.dispatchEvent(new Event('beforeprint'));
    const sheets = [...document.querySelectorAll('.print-sheet')];
    expect(sheets.map((sheet) => sheet.querySelector('h1')?.textContent)).toEqual([
      'Of Mice and Bells',
      'The council',
      undefined,
      '守株',
    ]);
    expect(sheets[1].querySelectorAll('.text p')).toHaveLength(2);
    expect(sheets[3].querySelector('.text')?.getAttribute('lang')).toBe('zh');
    window.dispatchEvent(new Event('afterprint'));
    await waitFor(() => expect(document.querySelector('.print-sheet')).toBeNull());
    unmount();
  });
});
