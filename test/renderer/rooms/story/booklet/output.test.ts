import { render, waitFor } from '@testing-library/svelte';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { beforeAll, describe, expect, test } from 'vitest';
import { bookSchema } from '../../../../../electron/contract/booklet.ts';
import { bookOf } from '../../../../../renderer/rooms/story/booklet/book-of.ts';
import { openBooklet } from '../../../../../renderer/rooms/story/booklet/open-booklet.svelte.ts';
import Booklet from '../../../../../renderer/rooms/story/booklet/Booklet.svelte';
import { saveBooklet } from '../../../../../renderer/rooms/story/booklet/save-booklet.ts';
import { markdownOfBook } from '../../../../../electron/typesetting/markdown.ts';
import { booklets } from '../../../fixtures/booklets.ts';
import type { FakeBridge } from '../../../fixtures/fake-bridge.ts';
import { openStudio } from '../../../studio-page.ts';

const [{ version: _, id, madeAt, changedAt, revision, ...content }] = booklets;
let bridge: FakeBridge;
beforeAll(async () => {
  bridge = await openStudio();
  expect([id, madeAt, changedAt, revision]).toHaveLength(4);
});

describe('a booklet put out', () => {
  test('is what the studio takes, with how each piece was told, or without', () => {
    const book = bookOf(content);
    expect(bookSchema.safeParse(book).error).toBeUndefined();
    expect(book).toMatchObject({ title: 'Of Mice and Bells', language: 'en', contents: 'Contents' });
    expect(book.pieces[2]).toMatchObject({ heading: '守株', language: 'zh' });
    expect(book.pieces[0].note).toBe('Told by: Belling the Cat 1 · Steps: 20,000 · Temperature: 0.8 · Seed: 7');
    expect(bookOf({ ...content, notes: false }).pieces.map(({ note }) => note)).toEqual(['', '', '']);
    const bare = bookOf({ ...content, title: ' ', pieces: [] });
    expect(bookSchema.safeParse(bare).error).toBeUndefined();
    expect(bare.title).toBe('Untitled booklet');
  });

  test('as Markdown has its title, headings and paragraphs, and no markup of the text', () => {
    const pieces = [
      { ...content.pieces[0], heading: 'A *bell*', text: '# not a heading\n<b>nor</b> bold\n1. nor a list' },
    ];
    const { children } = fromMarkdown(markdownOfBook(bookOf({ ...content, notes: false, pieces })));
    expect(children.map((node) => `${node.type}${'depth' in node ? node.depth : ''}`)).toEqual([
      'heading1',
      'paragraph',
      'paragraph',
      'heading2',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(children[4]).toMatchObject({ children: [{ type: 'text', value: '# not a heading' }] });
    expect(children[5]).toMatchObject({ children: [{ type: 'text', value: '<b>nor</b> bold' }] });
  });

  test('goes to the studio as the book that it shows, in each format', async () => {
    for (const format of ['docx', 'epub'] as const) {
      await saveBooklet(content, format);
      expect(bridge.asked.findLast(({ name }) => name === 'booklets.save')?.input).toMatchObject({
        name: `Of Mice and Bells.${format}`,
        format,
        book: { pieces: [{ heading: 'The council' }, {}, {}] },
      });
    }
    await saveBooklet(content, 'md');
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
