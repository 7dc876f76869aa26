import type { BookFormat, BookletContent } from '../../../../electron/contract/booklet.ts';
import { booklets } from '../../../state/booklets.svelte.ts';
import { t } from '../../../state/language.svelte.ts';
import { stories } from '../../../state/stories.svelte.ts';
import { toasts } from '../../../state/toasts.svelte.ts';
import { trouble } from '../../../state/trouble.svelte.ts';
import { markdownOfBook } from '../../../../electron/typesetting/markdown.ts';
import { bookOf } from './book-of.ts';

/** Saves a booklet as a file. */
export async function saveBooklet(content: BookletContent, format: BookFormat | 'md'): Promise<void> {
  const book = bookOf(content);
  const name = `${book.title}.${format}`;
  const saved = await trouble.guard(() =>
    format === 'md' ? stories.save(name, markdownOfBook(book), 'markdown') : booklets.save(name, format, book),
  );
  if (saved) toasts.show(t('story.saved', { name: saved }));
}
