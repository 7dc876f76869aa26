import { join } from 'node:path';
import type { Language } from '../../../../electron/contract/languages.ts';
import type { ModelCard } from '../../../../electron/contract/model.ts';
import type { Report, Run, Sample } from '../../../../electron/contract/run.ts';
import type { LeavingModel } from '../../../../electron/engine/formats/index.ts';
import { workspaceAt } from '../../../../electron/storage/workspace/workspace.ts';
import { writeReport } from '../../../../electron/worker/models/report/index.ts';
import { emptyFolder } from '../../../engine/formats/small-model.ts';
import { corpora } from '../../../renderer/fixtures/corpora.ts';
import { models, reports, runs, samples } from '../../../renderer/fixtures/runs.ts';

/** What a report is made of, so far as it is not as usual. */
export interface Given {
  readonly card?: Partial<ModelCard>;
  readonly run?: Partial<Run>;
  readonly reports?: Iterable<Report>;
  readonly samples?: Iterable<Sample>;
  readonly language?: Language;
  /** its text was deleted since */
  readonly textGone?: boolean;
  readonly signal?: AbortSignal;
}

async function* come<T>(things: Iterable<T>): AsyncGenerator<T> {
  yield* things;
}

/**
 * Writes the report of a run that learnt Shakespeare in 12,400 steps.
 * @returns where it stands
 */
export async function writtenReport(given: Given = {}): Promise<string> {
  const workspace = emptyFolder();
  if (!given.textGone) await workspaceAt(workspace).corpora.write(corpora[1]);
  const run: Run = { ...runs[0], status: 'done', model: runs[0].id, ...given.run };
  const card: ModelCard = { ...models[2], run: run.id, step: run.step, ...given.card };
  const { signal = new AbortController().signal } = given;
  const left = {
    run,
    reports: () => come(given.reports ?? reports),
    samples: () => come(given.samples ?? samples),
  };
  const model = { card, run: left, control: { signal, progress: () => undefined } } as unknown as LeavingModel;
  const place = join(workspace, 'report.html');
  await writeReport(model, place, { workspace, language: given.language ?? 'en' });
  return place;
}
