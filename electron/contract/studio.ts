import * as z from 'zod';
import {
  bookFormats,
  bookletContentSchema,
  bookletSchema,
  bookletSummarySchema,
  bookSchema,
  pieceSchema,
} from './booklet.ts';
import { fileTokenSchema, idSchema, jobIdSchema, nameSchema, nothingSchema } from './common.ts';
import {
  corpusSchema,
  fileReadingsSchema,
  ownColumnSchema,
  readingSchema,
  textHitsSchema,
  textPreviewSchema,
  textSymbolsSchema,
  tokenizerNameSchema,
} from './corpus.ts';
import { dictionarySchema } from './dictionary.ts';
import { plainErrorSchema } from './errors.ts';
import { exportFormatSchema } from './export-formats.ts';
import { partialHyperparametersSchema } from './hyperparameters.ts';
import { idScales } from './foreign-formats.ts';
import { languages } from './languages.ts';
import { paces, pinSchema, pinsSchema } from './lesson.ts';
import { BOOKLET_LIMITS, IMPORT_LIMITS, LONGEST, MOST_SOURCES } from './limits.ts';
import {
  engineVariantSchema,
  foldersSchema,
  logLineSchema,
  machineSchema,
  settingsChangeSchema,
  settingsSchema,
  deletedSchema,
  deletedThingsSchema,
  trashSchema,
} from './machine.ts';
import { modelCardSchema, remarksSchema } from './model.ts';
import { noteSchema, passageOfStorySchema, passageSchema } from './passage.ts';
import { precisionSchema } from './precision.ts';
import { attemptSchema, checkpointsSchema, reportSchema, reportsSchema, runSchema, sampleSchema } from './run.ts';
import {
  copiedSchema,
  draftSchema,
  promptSymbolSchema,
  samplingSchema,
  storySchema,
  storySummarySchema,
  storySymbolSchema,
} from './story.ts';
import { traceSchema } from './trace.ts';
import { LONGEST_SEARCH } from './text-search.ts';
import { LARGEST_MAP, neighboursSchema, wordMapSchema } from './word-vectors.ts';

const byId = z.strictObject({ id: idSchema });
const rename = z.strictObject({ id: idSchema, name: nameSchema });
const job = z.strictObject({ job: jobIdSchema });
const madeFile = z.strictObject({ file: fileTokenSchema, name: z.string(), bytes: z.int() });
/** A file that the studio made for the page to take away, or wrote where a person said. */
export type MadeFile = z.infer<typeof madeFile>;
const filesToJoin = z
  .array(z.strictObject({ file: fileTokenSchema, found: z.boolean(), column: ownColumnSchema }))
  .max(MOST_SOURCES);
const request = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

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
      jobs: z.array(z.strictObject({ job: jobIdSchema, kind: z.string(), fraction: z.number(), subject: z.string() })),
    }),
  ),

  'corpora.preview': request(
    z.strictObject({ file: fileTokenSchema, encoding: z.string().max(40).optional() }),
    textPreviewSchema,
  ),
  'corpora.import': request(
    z.strictObject({
      file: fileTokenSchema,
      name: nameSchema.optional(),
      origin: z.enum(['file', 'paste']).default('file'),
      ...readingSchema.shape,
    }),
    job,
  ),
  /** several files as one text, in their order */
  'corpora.join': request(
    z.strictObject({
      files: filesToJoin.min(1),
      name: nameSchema.optional(),
      ...readingSchema.shape,
    }),
    job,
  ),
  /** what a text came from, read and prepared anew, of several files each as it is asked for: in its place, or as a new text where something learnt from it */
  'corpora.prepare': request(
    z.strictObject({ id: idSchema, files: fileReadingsSchema.optional(), ...readingSchema.shape }),
    job,
  ),
  /** a text made of these of its files, by their indices, with others behind them: in its place or beside it, as `prepare` */
  'corpora.sources': request(
    z.strictObject({ id: idSchema, order: z.array(z.int().min(0)).max(MOST_SOURCES), files: filesToJoin }),
    job,
  ),
  /** a page in a browser sends a long one as a file instead */
  'corpora.paste': request(z.strictObject({ name: nameSchema, text: z.string().min(1).max(20_000_000) }), job),
  'corpora.rename': request(rename, corpusSchema),
  'corpora.delete': request(byId, nothingSchema),
  'corpora.restore': request(byId, corpusSchema),
  'corpora.text': request(
    z.strictObject({ id: idSchema, offset: z.int().min(0), length: z.int().min(1).max(200_000) }),
    /** `line`: number of the line that the stretch begins in */
    z.strictObject({ text: z.string(), characters: z.int(), line: z.int() }),
  ),
  /** a stretch as the symbols it is cut into */
  'corpora.symbols': request(
    z.strictObject({
      id: idSchema,
      tokenizer: tokenizerNameSchema,
      lowercase: z.boolean(),
      offset: z.int().min(0),
      length: z.int().min(1).max(20_000),
    }),
    textSymbolsSchema,
  ),
  /** the hits round the place `near`; how many there are in all */
  'corpora.search': request(
    z.strictObject({
      id: idSchema,
      text: z.string().min(1).max(LONGEST_SEARCH),
      near: z.int().min(0),
      limit: z.int().min(1).max(1000),
    }),
    textHitsSchema,
  ),
  /** a job that ends with `corpusStatisticsSchema`; one that nobody waits for any more had better be cancelled */
  'corpora.statistics': request(
    z.strictObject({ id: idSchema, tokenizer: tokenizerNameSchema, lowercase: z.boolean() }),
    job,
  ),

  'runs.start': request(
    z.strictObject({
      corpus: idSchema,
      /** left out, it follows from what differs from the text's other runs, in `language` */
      name: nameSchema.optional(),
      language: z.enum(languages).default('en'),
      preset: z.string().max(40).optional(),
      /** the model that it learns on from, whose settings are then where it starts from, in place of a preset's */
      base: idSchema.optional(),
      /** what differs from the preset, or from what is proposed for the corpus */
      hyperparameters: partialHyperparametersSchema,
      /** contexts to be followed from before the first step on */
      pins: pinsSchema.default([]),
    }),
    runSchema,
  ),
  'runs.pause': request(byId, nothingSchema),
  'runs.resume': request(z.strictObject({ id: idSchema, steps: z.int().min(1).optional() }), runSchema),
  /** ends a run under way; of one that is not, a job makes a model of its checkpoints and ends with the run */
  'runs.stop': request(byId, job.partial()),
  'runs.checkpoints': request(byId, checkpointsSchema),
  /**
   * a job that makes a model of its own of one checkpoint, also while the run trains on, and ends with its card; its name
   * says the step in `language`
   */
  'runs.keep': request(
    z.strictObject({ id: idSchema, step: z.int().min(1), language: z.enum(languages).default('en') }),
    job,
  ),
  'runs.rename': request(rename, runSchema),
  'runs.delete': request(byId, nothingSchema),
  'runs.restore': request(byId, runSchema),
  'runs.metrics': request(
    z.strictObject({ id: idSchema, points: z.int().min(10).max(10_000) }),
    z.strictObject({ reports: z.array(reportSchema), total: z.int() }),
  ),
  'runs.samples': request(byId, z.strictObject({ samples: z.array(sampleSchema) })),

  /** what the run would tell by now, out of its newest checkpoint */
  'runs.attempt': request(z.strictObject({ id: idSchema, prompt: z.string().max(LONGEST.attempt) }), attemptSchema),

  /** how the run goes on from report to report, also while it trains */
  'runs.pace': request(z.strictObject({ id: idSchema, pace: z.enum(paces) }), runSchema),
  /** lets a run go on that stands at a report */
  'runs.next': request(byId, nothingSchema),
  /** follows a context from the next report on; one that is pinned already stays as it is */
  'runs.pin': request(z.strictObject({ id: idSchema, pin: pinSchema }), runSchema),
  'runs.unpin': request(z.strictObject({ id: idSchema, text: pinSchema.shape.text }), runSchema),
  /** the numbers that the run's text was made of, its most frequent symbols and its beginning */
  'runs.dictionary': request(byId, dictionarySchema),
  /** how a context becomes chances, by the checkpoint nearest to a step, or at step 0 before anything was learnt */
  'runs.trace': request(z.strictObject({ id: idSchema, step: z.int().min(0), pin: pinSchema }), traceSchema),

  'models.rename': request(rename, modelCardSchema),
  /** its note and tags, in place of those before */
  'models.remark': request(z.strictObject({ id: idSchema, ...remarksSchema.shape }), modelCardSchema),
  'models.delete': request(byId, nothingSchema),
  'models.restore': request(byId, modelCardSchema),
  /**
   * a model of ours, or another program's, with `vocabulary` where it came without, `idScale` where its file does not say it: see
   * `vocabulary-wanted`, `id-scale-wanted`
   */
  'models.import': request(
    z.strictObject({
      file: fileTokenSchema,
      /** files that came together with it, where they are not in one folder or archive */
      beside: z.array(fileTokenSchema).max(IMPORT_LIMITS.files).optional(),
      vocabulary: fileTokenSchema.optional(),
      idScale: z.enum(idScales).optional(),
      /** in place of what it is called */
      name: nameSchema.optional(),
    }),
    modelCardSchema,
  ),
  /**
   * into the granted place, or, without one, into a file that the host can hand over, with a README in `language`; the job's
   * result is a `MadeFile`
   */
  'models.export': request(
    z.strictObject({
      id: idSchema,
      format: exportFormatSchema,
      target: fileTokenSchema.optional(),
      /** of weights, where the format offers a choice */
      precision: precisionSchema.optional(),
      language: z.enum(languages).default('en'),
    }),
    job,
  ),
  /** its most frequent symbols on a plane: near means used alike */
  'models.map': request(z.strictObject({ id: idSchema, symbols: z.int().min(2).max(LARGEST_MAP) }), wordMapSchema),
  /** the symbols that it uses most like a word */
  'models.neighbours': request(
    z.strictObject({ id: idSchema, word: z.string().min(1).max(200), limit: z.int().min(1).max(100) }),
    neighboursSchema,
  ),

  'stories.prompt': request(
    z.strictObject({ model: idSchema, text: z.string().max(LONGEST.storyPrompt) }),
    z.strictObject({ symbols: z.array(promptSymbolSchema) }),
  ),
  /** a job; every telling becomes a story of the list by itself, as far as it was told */
  'stories.tell': request(
    z.strictObject({
      model: idSchema,
      prompt: z.string().max(LONGEST.storyPrompt),
      /** symbols told already that the story goes on behind, to tell it anew from one of them */
      continuation: z.array(z.string()).max(200_000).optional(),
      /** the story that these symbols are of: told on from its end it grows, unless it is kept; anything else is a new one */
      from: idSchema.optional(),
      sampling: samplingSchema,
    }),
    job,
  ),
  'stories.copied': request(
    z.strictObject({ model: idSchema, symbols: z.array(z.string()).max(200_000) }),
    copiedSchema,
  ),
  /** one story with its symbols; lists hold summaries */
  'stories.read': request(byId, storySchema),
  /** gives a telling its star, and a title where one is given; `unkeep` takes the star off */
  'stories.keep': request(z.strictObject({ id: idSchema, title: nameSchema.optional() }), storySummarySchema),
  'stories.unkeep': request(byId, storySummarySchema),
  /** what lies on the desk, in place of what lay there */
  'stories.draft': request(draftSchema, nothingSchema),
  /** a text as the page shows it, into the granted place or, without one, into a file that the host can hand over */
  'stories.save': request(
    z.strictObject({
      name: z.string().min(1).max(160),
      text: z.string().min(1).max(20_000_000),
      target: fileTokenSchema.optional(),
    }),
    madeFile,
  ),
  'stories.rename': request(rename, storySummarySchema),
  'stories.delete': request(byId, nothingSchema),
  'stories.restore': request(byId, storySummarySchema),

  'passages.keep': request(passageOfStorySchema, passageSchema),
  'passages.note': request(z.strictObject({ id: idSchema, note: noteSchema }), passageSchema),
  'passages.delete': request(byId, nothingSchema),
  'passages.restore': request(byId, passageSchema),

  'booklets.create': request(bookletContentSchema, bookletSchema),
  /** one booklet whole; lists hold summaries */
  'booklets.read': request(byId, bookletSchema),
  /** in place of what it held at that revision; of another one it is refused, so that nobody's words are written over */
  'booklets.write': request(
    z.strictObject({ id: idSchema, revision: z.int().min(1), content: bookletContentSchema }),
    bookletSummarySchema,
  ),
  /** pieces behind those that it has */
  'booklets.add': request(
    z.strictObject({ id: idSchema, pieces: z.array(pieceSchema).min(1).max(BOOKLET_LIMITS.pieces) }),
    bookletSummarySchema,
  ),
  /** a book as the page shows it, into the granted place or, without one, into a file that the host can hand over */
  'booklets.save': request(
    z.strictObject({
      name: z.string().min(1).max(160),
      format: z.enum(bookFormats),
      book: bookSchema,
      target: fileTokenSchema.optional(),
    }),
    madeFile,
  ),
  'booklets.delete': request(byId, nothingSchema),
  'booklets.restore': request(byId, bookletSummarySchema),

  /** leave off a job under way */
  'jobs.cancel': request(job, nothingSchema),

  'trash.describe': request(nothingSchema, trashSchema),
  /** each comes back by the `restore` of its kind */
  'trash.list': request(nothingSchema, deletedThingsSchema),
  /** of which kinds something of that id could come back, however old */
  'trash.find': request(byId, z.strictObject({ kinds: z.array(deletedSchema.shape.kind) })),
  /** for good; answers with what is gone */
  'trash.empty': request(nothingSchema, trashSchema.omit({ oldest: true })),

  'machine.describe': request(z.strictObject({ measure: z.boolean() }), machineSchema),
  /** a job; trainings begun after it run on what it brought, out of a folder of wheels where one is given */
  'machine.bringEngine': request(
    z.strictObject({ variant: engineVariantSchema, folder: fileTokenSchema.optional() }),
    job,
  ),
  'machine.dismissEngine': request(nothingSchema, nothingSchema),
  'settings.set': request(settingsChangeSchema, settingsSchema),
  'log.read': request(
    z.strictObject({ lines: z.int().min(1).max(5000) }),
    z.strictObject({ lines: z.array(logLineSchema) }),
  ),
} as const;

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

export type RequestName = keyof typeof REQUESTS;
export type RequestInput<N extends RequestName> = z.input<(typeof REQUESTS)[N]['input']>;
export type RequestValue<N extends RequestName> = z.output<(typeof REQUESTS)[N]['input']>;
export type RequestOutput<N extends RequestName> = z.output<(typeof REQUESTS)[N]['output']>;
export type EventName = keyof typeof EVENTS;
export type EventPayload<N extends EventName> = z.output<(typeof EVENTS)[N]>;

export type ListedKind = keyof typeof LISTED;
/** What a list of that kind consists of. */
export type Listed<K extends ListedKind> = RequestOutput<'studio.state'>[K][number];

/** Answer of a host to one request, as it crosses the border. */
export type Answer<N extends RequestName> =
  | { ok: true; output: RequestOutput<N> }
  | { ok: false; error: z.infer<typeof plainErrorSchema> };
