import * as z from 'zod';
import { bookletSummarySchema } from './booklet.ts';
import { idSchema, jobIdSchema } from './common.ts';
import { corpusSchema } from './corpus.ts';
import { plainErrorSchema } from './errors.ts';
import { logLineSchema, settingsSchema } from './machine.ts';
import { modelCardSchema } from './model.ts';
import { passageSchema } from './passage.ts';
import { byId } from './requests/request.ts';
import { reportsSchema, runSchema, sampleSchema } from './run.ts';
import { storySummarySchema, storySymbolSchema } from './story.ts';

/** What pages hold lists of, by the noun of its verbs, with the name that one goes by. */
export const LISTED = {
  corpora: 'corpus',
  runs: 'run',
  models: 'model',
  stories: 'story',
  passages: 'passage',
  booklets: 'booklet',
} as const;

/**
 * Everything that happens: hosts pass it on to every page, each payload plain JSON. No payload grows with the workspace:
 * of a list only the one thing is told that is new, another than before, or gone.
 */
export const EVENTS = {
  'corpora.changed': z.strictObject({ corpus: corpusSchema }),
  'corpora.removed': byId,
  'runs.changed': z.strictObject({ run: runSchema }),
  'runs.removed': byId,
  'runs.report': reportsSchema.extend({ id: idSchema }),
  /** how far it is between two reports, at most once a second */
  'runs.step': z.strictObject({ id: idSchema, step: z.int(), seconds: z.number() }),
  /** how much is done of the measurement that ends a run, 0 to 1 */
  'runs.measuring': z.strictObject({ id: idSchema, fraction: z.number() }),
  'runs.sample': z.strictObject({ id: idSchema, sample: sampleSchema }),
  /** a checkpoint was written, others may have been thinned out for it */
  'runs.checkpoint': z.strictObject({ id: idSchema, step: z.int() }),
  'models.changed': z.strictObject({ model: modelCardSchema }),
  'models.removed': byId,
  'stories.changed': z.strictObject({ story: storySummarySchema }),
  'stories.removed': byId,
  'passages.changed': z.strictObject({ passage: passageSchema }),
  'passages.removed': byId,
  'booklets.changed': z.strictObject({ booklet: bookletSummarySchema }),
  'booklets.removed': byId,
  /** what a job told is written: to its end, left off or broken off */
  'stories.told': z.strictObject({ job: jobIdSchema, id: idSchema }),
  'stories.symbols': z.strictObject({ job: jobIdSchema, symbols: z.array(storySymbolSchema) }),
  'settings.changed': z.strictObject({ settings: settingsSchema }),
  'job.progress': z.strictObject({ job: jobIdSchema, kind: z.string(), fraction: z.number(), subject: z.string() }),
  'job.done': z.strictObject({ job: jobIdSchema, kind: z.string(), result: z.unknown() }),
  'job.stopped': z.strictObject({ job: jobIdSchema, kind: z.string() }),
  'job.failed': z.strictObject({ job: jobIdSchema, kind: z.string(), error: plainErrorSchema }),
  'log.line': z.strictObject({ line: logLineSchema }),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventPayload<N extends EventName> = z.output<(typeof EVENTS)[N]>;
