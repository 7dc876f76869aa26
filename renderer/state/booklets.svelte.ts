import type {
  Book,
  BookFormat,
  Booklet,
  BookletContent,
  BookletSummary,
  Piece,
} from '../../electron/contract/booklet.ts';
import * as typesetting from '../../electron/typesetting/book-of.ts';
import { client } from '../lib/client.ts';
import { deleteWithUndo } from './delete-with-undo.ts';
import { t } from './language.svelte.ts';
import { Listed, newestFirst } from './listed.svelte.ts';
import { saveAs } from './save-as.ts';

const ORDER = newestFirst(({ changedAt }: BookletSummary) => changedAt);

/** @returns its title, or what it goes by without one */
export const titleOfBooklet = (booklet: { title: string }): string => typesetting.titleOfBooklet(booklet, { text: t });

/** The booklets, as summaries. What is written in the open one is in `rooms/story/booklet`. */
class Booklets extends Listed<'booklets'> {
  constructor() {
    super('booklets', ORDER);
  }

  override receive(list: readonly BookletSummary[]): void {
    super.receive([...list].sort(ORDER));
  }

  /** @throws AesopError `booklet-missing`, `file-damaged` */
  read(id: string): Promise<Booklet> {
    return client.request('booklets.read', { id });
  }

  create(content: BookletContent): Promise<Booklet> {
    return client.request('booklets.create', content);
  }

  /** @throws AesopError `booklet-changed` where it is another revision's by now, `booklet-missing` */
  write(id: string, revision: number, content: BookletContent): Promise<BookletSummary> {
    return client.request('booklets.write', { id, revision, content });
  }

  /** @throws AesopError `booklet-large` */
  add(id: string, pieces: Piece[]): Promise<BookletSummary> {
    return client.request('booklets.add', { id, pieces });
  }

  /** Saves a book: where the person says, or into the browser's downloads. @returns the name that it has there */
  save(name: string, format: BookFormat, book: Book): Promise<string | undefined> {
    return saveAs({ name, type: format }, (target) => client.request('booklets.save', { name, format, book, target }));
  }

  /** Deletes at once and offers to undo it. */
  delete(id: string): Promise<void> {
    return deleteWithUndo('booklets', id, titleOfBooklet(this.byId(id) ?? { title: '' }));
  }
}

export const booklets = new Booklets();
