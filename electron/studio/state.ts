import type { PlainError } from '../contract/errors.ts';
import { LISTED, type ListedKind } from '../contract/studio.ts';
import { readDraft } from '../storage/stories/draft-file.ts';
import type { Context } from './context.ts';
import type { RunRecords } from './runs/run-records.ts';
import type { Verbs } from './verbs.ts';

/** What went while the list was read is not damaged, and what another program is copying here may still become whole. */
const isThere =
  (kind: ListedKind) =>
  ({ code }: PlainError): boolean =>
    code !== `${LISTED[kind]}-missing`;

export function stateVerbs(
  { workspace, settings, jobs, log }: Context,
  records: RunRecords,
): Verbs<'studio.'> & Verbs<'jobs.'> & Verbs<'log.'> {
  return {
    async 'studio.state'() {
      const [corpora, runs, models, stories, passages, booklets, draft, known] = await Promise.all([
        workspace.corpora.list(),
        records.list(),
        workspace.models.list(),
        workspace.stories.summaries(),
        workspace.passages.list(),
        workspace.booklets.summaries(),
        readDraft(workspace.draftPath),
        settings.read(),
      ]);
      const lists = { corpora, runs, models, stories, passages, booklets };
      return {
        corpora: corpora.items,
        runs: runs.items,
        models: models.items,
        stories: stories.items,
        passages: passages.items,
        booklets: booklets.items,
        draft,
        settings: known,
        damaged: (Object.keys(lists) as ListedKind[]).flatMap((kind) =>
          lists[kind].problems.filter(isThere(kind)).map((error) => ({ kind, error })),
        ),
        folders: { workspace: workspace.root, log: workspace.logFolder },
        jobs: jobs.list(),
      };
    },
    async 'jobs.cancel'({ job }) {
      jobs.cancel(job);
      return {};
    },
    'log.read': async ({ lines }) => ({ lines: await log.read(lines) }),
  };
}
