import { versionOf } from '../../contract/file-formats.ts';
import { newId } from '../../storage/records/ids.ts';
import type { Context } from '../context.ts';
import { listVerbs } from '../list-verbs.ts';
import type { Verbs } from '../verbs.ts';

export function passageVerbs({ workspace, events }: Context): Verbs<'passages.'> {
  const { passages } = workspace;
  const { delete: remove, restore } = listVerbs(
    events,
    'passages',
    passages,
    (passage) => passage,
    (passage) => passage,
  );
  return {
    async 'passages.keep'(passage) {
      const id = newId(passage.text, 'passage');
      const kept = { version: versionOf('passage'), id, ...passage, note: '', keptAt: new Date().toISOString() };
      return events.changed('passages', await passages.write(kept));
    },
    'passages.note': async ({ id, note }) =>
      events.changed('passages', await passages.update(id, (passage) => ({ ...passage, note }))),
    'passages.delete': remove,
    'passages.restore': restore,
  };
}
