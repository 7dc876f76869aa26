import type { BookFormat } from '../../../../electron/contract/booklet.ts';
import { bookOf } from '../../../../electron/typesetting/book-of.ts';
import { markdownOfBook } from '../../../../electron/typesetting/markdown.ts';
import { booklets } from '../../../state/booklets.svelte.ts';
import { language, t } from '../../../state/language.svelte.ts';
import { stories } from '../../../state/stories.svelte.ts';
import { toasts } from '../../../state/toasts.svelte.ts';
import { trouble } from '../../../state/trouble.svelte.ts';
import { openBooklet } from './open-booklet.svelte.ts';

/** Saves the open booklet as a file. */
export async function saveBooklet(format: BookFormat | 'md'): Promise<void> {
  await openBooklet.flush();
  const { dated } = openBooklet;
  if (!dated) return;
  const book = bookOf(dated, language.translator);
  const name = `${book.title}.${format}`;
  const saved = await trouble.guard(() =>
    format === 'md' ? stories.save(name, markdownOfBook(book), 'markdown') : booklets.save(name, format, book),
  );
  if (saved) toasts.show(t('story.saved', { name: saved }));
}
