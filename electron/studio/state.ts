import type { ListedKind } from '../contract/studio.ts';
import { readDraft } from '../storage/stories/draft-file.ts';
import type { Context } from './context.ts';
import type { RunRecords } from './runs/run-records.ts';
import type { Verbs } from './verbs.ts';

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
        damaged: Object.entries(lists).flatMap(([kind, { problems }]) =>
          problems.map((error) => ({ kind: kind as ListedKind, error })),
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
