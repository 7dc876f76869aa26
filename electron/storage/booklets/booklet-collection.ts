import {
  bookletSchema,
  bookletSummarySchema,
  summaryOfBooklet,
  type Booklet,
  type BookletSummary,
} from '../../contract/booklet.ts';
import type { PlainError } from '../../contract/errors.ts';
import { Collection } from '../records/collection.ts';
import { SummaryIndex } from '../records/summary-index.ts';

/** Every booklet, a file each; a list of them opens only those that changed. */
export class BookletCollection extends Collection<Booklet> {
  readonly #index: SummaryIndex<BookletSummary>;

  constructor(workspace: string) {
    const schema = bookletSchema;
    const called = ({ title }: Booklet) => title;
    super(workspace, { folder: 'booklets', file: null, format: 'booklet', schema, missing: 'booklet-missing', called });
    this.#index = new SummaryIndex(workspace, 'booklets', bookletSummarySchema, {
      ids: (problems) => this.listed(problems),
      path: (id) => this.path(id),
      summary: async (id) => summaryOfBooklet(await this.read(id)),
    });
  }

  /** The summary of every booklet that can be read, and what is wrong with the rest. */
  summaries(): Promise<{ items: BookletSummary[]; problems: PlainError[] }> {
    return this.#index.list();
  }
}
