import * as z from 'zod';
import { bookletSummarySchema } from './booklet.ts';
import { jobIdSchema, nothingSchema } from './common.ts';
import { corpusSchema } from './corpus.ts';
import { plainErrorSchema } from './errors.ts';
import { LISTED } from './events.ts';
import { foldersSchema, settingsSchema } from './machine.ts';
import { modelCardSchema } from './model.ts';
import { passageSchema } from './passage.ts';
import { corporaRequests } from './requests/corpora.ts';
import { machineRequests } from './requests/machine.ts';
import { modelsRequests } from './requests/models.ts';
import { request } from './requests/request.ts';
import { runsRequests } from './requests/runs.ts';
import { storiesRequests } from './requests/stories.ts';
import { runSchema } from './run.ts';
import { draftSchema, storySummarySchema } from './story.ts';

export type ListedKind = keyof typeof LISTED;

/** Something of the workspace that cannot be read, and so is in no list. */
const damagedSchema = z.strictObject({ kind: z.enum(Object.keys(LISTED) as ListedKind[]), error: plainErrorSchema });
export type Damaged = z.infer<typeof damagedSchema>;

export { EVENTS, LISTED, type EventName, type EventPayload } from './events.ts';
export type { MadeFile } from './requests/request.ts';

/**
 * Every verb of the studio: input is parsed strictly where it enters a host, output is what the host sends back.
 * A verb that takes long answers with a job at once; its end comes as `job.done`, `job.stopped` or `job.failed`.
 */
export const REQUESTS = {
  /** all that a page needs to draw itself, also after a reload */
  'studio.state': request(
    nothingSchema,
    z.strictObject({
      corpora: z.array(corpusSchema),
      runs: z.array(runSchema),
      models: z.array(modelCardSchema),
      stories: z.array(storySummarySchema),
      passages: z.array(passageSchema),
      booklets: z.array(bookletSummarySchema),
      draft: draftSchema.nullable(),
      settings: settingsSchema,
      folders: foldersSchema,
      damaged: z.array(damagedSchema),
      jobs: z.array(z.strictObject({ job: jobIdSchema, kind: z.string(), fraction: z.number(), subject: z.string() })),
    }),
  ),
  ...corporaRequests,
  ...runsRequests,
  ...modelsRequests,
  ...storiesRequests,
  ...machineRequests,
} as const;

export type RequestName = keyof typeof REQUESTS;
export type RequestInput<N extends RequestName> = z.input<(typeof REQUESTS)[N]['input']>;
export type RequestValue<N extends RequestName> = z.output<(typeof REQUESTS)[N]['input']>;
export type RequestOutput<N extends RequestName> = z.output<(typeof REQUESTS)[N]['output']>;
/** What a list of that kind consists of. */
export type Listed<K extends ListedKind> = RequestOutput<'studio.state'>[K][number];

/** Answer of a host to one request, as it crosses the border. */
export type Answer<N extends RequestName> =
  | { ok: true; output: RequestOutput<N> }
  | { ok: false; error: z.infer<typeof plainErrorSchema> };
