import { summaryOfBooklet, type Booklet } from '../../contract/booklet.ts';
import { requireRoom } from '../../contract/booklet-room.ts';
import { AesopError } from '../../contract/errors.ts';
import { versionOf } from '../../contract/file-formats.ts';
import { writeBook } from '../../storage/booklets/write-book.ts';
import { newId } from '../../storage/records/ids.ts';
import type { Context } from '../context.ts';
import { intoFile } from '../files/into-file.ts';
import { listVerbs } from '../list-verbs.ts';
import type { Verbs } from '../verbs.ts';

const now = () => new Date().toISOString();
const changed = (booklet: Booklet): Booklet => ({ ...booklet, changedAt: now(), revision: booklet.revision + 1 });

/** The booklet, unless it holds more than one may. @throws AesopError `booklet-large` */
function fitting(booklet: Booklet): Booklet {
  requireRoom(booklet.pieces);
  return booklet;
}

export function bookletVerbs(context: Context): Verbs<'booklets.'> {
  const { events } = context;
  const { booklets } = context.workspace;
  const { delete: remove, restore } = listVerbs(
    events,
    'booklets',
    booklets,
    (booklet, title) => ({ ...booklet, title }),
    summaryOfBooklet,
  );
  const update = async (id: string, change: (booklet: Booklet) => Booklet) =>
    events.changed('booklets', summaryOfBooklet(await booklets.update(id, (booklet) => fitting(change(booklet)))));
  return {
    async 'booklets.create'(content) {
      const [id, madeAt] = [newId(content.title, 'booklet'), now()];
      const version = versionOf('booklet');
      const made = await booklets.write({ ...content, version, id, madeAt, changedAt: madeAt, revision: 1 });
      events.changed('booklets', summaryOfBooklet(made));
      return made;
    },
    'booklets.read': ({ id }) => booklets.read(id),
    'booklets.write': ({ id, revision, content }) =>
      update(id, (booklet) => {
        if (booklet.revision !== revision) throw new AesopError('booklet-changed', { title: booklet.title || id });
        return changed({ ...booklet, ...content });
      }),
    'booklets.add': ({ id, pieces }) =>
      update(id, (booklet) => {
        const there = new Set(booklet.pieces.map(({ key }) => key));
        return changed({ ...booklet, pieces: [...booklet.pieces, ...pieces.filter(({ key }) => !there.has(key))] });
      }),
    'booklets.save': ({ name, format, book, target }) =>
      intoFile(context, { name, otherwise: 'booklet', target }, async (path) => writeBook(path, format, book)),
    'booklets.delete': remove,
    'booklets.restore': restore,
  };
}
