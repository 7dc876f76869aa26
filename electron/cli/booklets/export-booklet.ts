import { extname, resolve } from 'node:path';
import { bookFormats, type BookFormat, type BookletSummary } from '../../contract/booklet.ts';
import { readId } from '../../contract/common.ts';
import { AesopError } from '../../contract/errors.ts';
import { bookOf } from '../../typesetting/book-of.ts';
import { markdownOfBook } from '../../typesetting/markdown.ts';
import { isSameText } from '../find-model.ts';
import { nearestNames } from '../flags/nearest.ts';
import type { Host } from '../host.ts';
import { kindOfPath, requireFolderAbove } from '../named-path.ts';

/** Formats that a booklet is written in. */
export const writtenFormats = [...bookFormats, 'md'] as const;
type WrittenFormat = BookFormat | 'md';
const isFormat = (name: string): name is WrittenFormat => (writtenFormats as readonly string[]).includes(name);

/** By its id, or by a title that only one has. @throws AesopError `booklet-missing` */
async function findBooklet(host: Host, asked: string): Promise<string> {
  const { booklets } = await (await host.studio()).request('studio.state', {});
  const named = (has: (booklet: BookletSummary) => boolean) => booklets.filter(has);
  const byId = named(({ id }) => id === readId(asked));
  const found = byId.length > 0 ? byId : named(({ title }) => isSameText(title, asked));
  if (found.length === 1) return found[0].id;
  const names = booklets.flatMap(({ id, title }) => [title, id]);
  const [name] = nearestNames(asked, names, 1);
  const nearest = name === undefined ? '' : host.translator.text('common.nearest', { name });
  throw new AesopError('booklet-missing', { id: asked }, nearest);
}

/** What is asked for, else what the place ends in, else the first. @throws AesopError `format-unknown` */
function formatOf(asked: string | undefined, target: string | undefined): WrittenFormat {
  const ending = extname(target ?? '')
    .slice(1)
    .toLowerCase();
  const format = asked ?? (isFormat(ending) ? ending : writtenFormats[0]);
  if (isFormat(format)) return format;
  throw new AesopError('format-unknown', { format, known: writtenFormats.join(', ') });
}

/**
 * Writes a booklet as a file, the same that the studio saves.
 * @param force whether a file that is there is replaced
 * @throws AesopError `booklet-missing`, `format-unknown`, `export-exists`, `folder-missing`, what the system says of the place
 */
export async function exportBooklet(
  host: Host,
  asked: string,
  { format: wanted, target: place, force }: { format?: string; target?: string; force?: boolean },
): Promise<void> {
  const format = formatOf(wanted, place);
  const studio = await host.studio();
  const booklet = await studio.request('booklets.read', { id: await findBooklet(host, asked) });
  const path = resolve(place ?? `${booklet.id}.${format}`);
  const there = await kindOfPath(path);
  if (there === 'folder' || (there === 'file' && !force)) throw new AesopError('export-exists', { path });
  await requireFolderAbove(path);
  const book = bookOf(booklet, host.translator);
  const [name, target] = [`${book.title}.${format}`, studio.files.grantTarget(path)];
  const { bytes } =
    format === 'md'
      ? await studio.request('stories.save', { name, text: markdownOfBook(book), target })
      : await studio.request('booklets.save', { name, format, book, target });
  if (host.options.json) return host.json({ type: 'exported', booklet: booklet.id, format, target: path, bytes });
  const told = () => host.translator.text('workspace.exported', { path, format, size: host.numbers.bytes(bytes) });
  host.terminal.line(host.options.quiet ? path : told());
}
