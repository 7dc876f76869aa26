import { summaryOf, type Story } from '../../contract/story.ts';
import { writeFileAtomic } from '../../storage/files/atomic.ts';
import { writeDraft } from '../../storage/stories/draft-file.ts';
import type { Context } from '../context.ts';
import { intoFile } from '../files/into-file.ts';
import { resultOf } from '../jobs/jobs.ts';
import { listVerbs } from '../list-verbs.ts';
import { modelFolder } from '../models/model-folder.ts';
import { tell } from './tell.ts';
import { textsToSearch } from './texts-to-search.ts';
import type { Verbs } from '../verbs.ts';

/** Symbols from which on a stretch counts as copied. */
const COPIED_FROM = 6;

export function storyVerbs(context: Context): Verbs<'stories.'> {
  const { workspace, models, copies, events } = context;
  const { stories } = workspace;
  const named = (story: Story, title: string) => ({ ...story, title });
  const changed = async (id: string, change: (story: Story) => Story) =>
    events.changed('stories', summaryOf(await stories.update(id, change)));
  const list = listVerbs(events, 'stories', stories, named, summaryOf);
  return {
    async 'stories.prompt'({ model, text }) {
      return resultOf(await models.run('prompt', { model: await modelFolder(context, model), text }));
    },
    'stories.tell': async (input) => ({ job: await tell(context, input) }),
    async 'stories.copied'({ model: id, symbols }) {
      const model = await modelFolder(context, id);
      const { texts, left } = await textsToSearch(context, await workspace.models.read(id));
      const found = resultOf(await copies.run('copied', { model, texts, symbols, minimum: COPIED_FROM }));
      return { texts: texts.map((text) => text.id), ...found, ...left };
    },
    'stories.read': ({ id }) => stories.read(id),
    'stories.keep': ({ id, title }) =>
      changed(id, (story) => ({
        ...story,
        title: title ?? story.title,
        keptAt: story.keptAt ?? new Date().toISOString(),
      })),
    'stories.unkeep': ({ id }) => changed(id, ({ keptAt: _, ...story }) => story),
    async 'stories.draft'(draft) {
      await writeDraft(workspace.draftPath, draft);
      return {};
    },
    'stories.save': ({ name, text, target }) =>
      intoFile(context, { name, otherwise: 'story', target }, (path) => writeFileAtomic(path, text)),
    'stories.rename': list.rename,
    'stories.delete': list.delete,
    'stories.restore': list.restore,
  };
}
