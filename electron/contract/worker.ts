import * as z from 'zod';
import { MOST_LEARNT } from './base.ts';
import { idSchema, measureSchema, nameSchema } from './common.ts';
import {
  corpusSchema,
  corpusStatisticsSchema,
  doubtSchema,
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
import { idScales } from './foreign-formats.ts';
import { languages } from './languages.ts';
import { lessonSchema, pinSchema, type Lesson } from './lesson.ts';
import { MOST_SOURCES } from './limits.ts';
import { engineVariantSchema, machineSchema } from './machine.ts';
import { modelCardSchema } from './model.ts';
import { precisionSchema } from './precision.ts';
import { preparedStepSchema } from './preparation.ts';
import { attemptSchema, bestSchema, engineSchema, reportsSchema, sampleSchema } from './run.ts';
import { stepTrialSchema, triedNetworkSchema, type StepTrial } from './step-trial.ts';
import { copiedSchema, promptSymbolSchema, samplingSchema, storySymbolSchema, toldStorySchema } from './story.ts';
import { traceSchema } from './trace.ts';
import { neighboursSchema, wordMapSchema } from './word-vectors.ts';

const path = z.string();
/** a file, and what a person calls it */
const namedFile = z.strictObject({ path, name: z.string() });

/** Where each source of a text but the first begins, in UTF-16 units. */
const borders = z.array(z.int()).max(MOST_SOURCES);

/** Files to be read as one text. */
const files = z
  .array(
    z.strictObject({
      path,
      name: z.string(),
      /** in a folder: where it cannot be read, it is passed over */
      found: z.boolean(),
      column: ownColumnSchema,
    }),
  )
  .max(MOST_SOURCES);

/** The model that a run left, and its figures over the text. */
const finishedRun = z.strictObject({
  model: idSchema,
  modelPath: path,
  steps: z.int(),
  seconds: z.number(),
  loss: z.number(),
  accuracy: z.number(),
  perplexity: z.number(),
  bitsPerCharacter: measureSchema,
});

/** Every job a worker can do: what it is given, what it ends with. Paths are the studio's, never a page's. */
export const JOBS = {
  /** decode a file without keeping it */
  preview: {
    input: z.strictObject({ path, name: z.string(), encoding: z.string().optional() }),
    result: textPreviewSchema,
  },
  /** read a file, write the corpus folder */
  import: {
    input: z.strictObject({
      workspace: path,
      path,
      /** what the file is called, with its extension, where its path does not say so */
      file: z.string().optional(),
      name: z.string(),
      origin: z.enum(['sample', 'file', 'paste']),
      ...readingSchema.shape,
    }),
    result: corpusSchema,
  },
  /** read several files, write them as one corpus */
  join: {
    input: z.strictObject({
      workspace: path,
      files: files.min(1),
      name: z.string(),
      ...readingSchema.shape,
    }),
    result: corpusSchema,
  },
  /** read the original of a corpus anew, and write it again under `target`: its own id, or a new one */
  prepare: {
    input: z.strictObject({
      workspace: path,
      corpus: idSchema,
      target: idSchema,
      name: z.string(),
      /** which of its files it is made of then, by their indices, and files behind these */
      sources: z.strictObject({ order: z.array(z.int().min(0)).max(MOST_SOURCES), files }).optional(),
      files: fileReadingsSchema.optional(),
      ...readingSchema.shape,
    }),
    result: corpusSchema,
  },
  /** statistics of a text file through a given tokenizer */
  statistics: {
    input: z.strictObject({ path, borders, tokenizer: tokenizerNameSchema, lowercase: z.boolean() }),
    result: corpusStatisticsSchema,
  },
  /** a stretch of a text file as the symbols it is cut into */
  symbols: {
    input: z.strictObject({
      path,
      borders,
      tokenizer: tokenizerNameSchema,
      lowercase: z.boolean(),
      offset: z.int(),
      length: z.int(),
    }),
    result: textSymbolsSchema,
  },
  /** where a text file says something */
  search: {
    input: z.strictObject({ path, text: z.string(), near: z.int(), limit: z.int() }),
    result: textHitsSchema,
  },
  /** train the run of that id, from its newest whole checkpoint where it has one */
  train: {
    input: z.strictObject({ workspace: path, run: idSchema, resume: z.boolean() }),
    result: finishedRun,
  },
  /** what a step of a network takes on a device; wants a process of its own */
  tryStep: { input: triedNetworkSchema, result: stepTrialSchema },
  /** make a model of the checkpoints of a run that nobody trains */
  keep: { input: z.strictObject({ workspace: path, run: idSchema }), result: finishedRun },
  /** make a model of its own of one checkpoint, whether the run is trained meanwhile or not */
  keepCheckpoint: {
    input: z.strictObject({ workspace: path, run: idSchema, step: z.int().min(1), model: idSchema, name: nameSchema }),
    result: finishedRun,
  },
  /** tell a story; symbols stream as reports */
  tell: {
    input: z.strictObject({
      model: path,
      prompt: z.string(),
      /** symbols told already, which the story goes on behind; `sampling.length` counts them too */
      continuation: z.array(z.string()).optional(),
      sampling: samplingSchema,
    }),
    result: toldStorySchema,
  },
  /** how the model sees a prompt */
  prompt: {
    input: z.strictObject({ model: path, text: z.string() }),
    result: z.strictObject({ symbols: z.array(promptSymbolSchema) }),
  },
  /** which stretches of a story stand in the texts it learnt from; of two that have it, in the first */
  copied: {
    input: z.strictObject({
      model: path,
      texts: z
        .array(z.strictObject({ id: idSchema, path, borders }))
        .min(1)
        .max(MOST_LEARNT),
      symbols: z.array(z.string()),
      minimum: z.int(),
    }),
    result: copiedSchema.pick({ spans: true, share: true }),
  },
  /** the most frequent symbols of a model on a plane */
  wordMap: {
    input: z.strictObject({ model: path, symbols: z.int() }),
    result: wordMapSchema,
  },
  /** the symbols that a model uses most like a word */
  neighbours: {
    input: z.strictObject({ model: path, word: z.string(), limit: z.int() }),
    result: neighboursSchema,
  },
  /** loss, perplexity, bits per character and accuracy of a model on a text */
  evaluate: {
    input: z.strictObject({ model: path, path, name: z.string(), ...readingSchema.shape }),
    result: z.strictObject({
      encoding: z.string(),
      doubt: doubtSchema.optional(),
      /** what was found in the text, and whether it was done */
      preparation: z.array(preparedStepSchema),
      symbols: z.int(),
      predictions: z.int(),
      unknown: z.int(),
      loss: z.number(),
      accuracy: z.number(),
      perplexity: z.number(),
      /** what was predicted is written as so many */
      characters: z.int(),
      /** null where the text holds symbols that the model can neither predict nor spell */
      bitsPerCharacter: measureSchema,
      /** what the vocabulary lacks to tell what such symbols cost: its `<unk>`, or how they are spelt */
      bitsMissing: z.enum(['unknown', 'letters']).optional(),
    }),
  },
  /** write a model in another format, as a folder or as one file, by what the target ends in */
  export: {
    input: z.strictObject({
      workspace: path,
      model: path,
      format: exportFormatSchema,
      target: path,
      /** whether what is there may be replaced */
      replace: z.boolean(),
      /** of weights, where the format offers a choice */
      precision: precisionSchema.optional(),
      /** of its README */
      language: z.enum(languages),
    }),
    result: z.strictObject({ target: path, bytes: z.int() }),
  },
  /** a short story of a run's newest checkpoint, while it trains or waits; an unknown word stays as written */
  attempt: {
    input: z.strictObject({ workspace: path, run: idSchema, prompt: z.string() }),
    result: attemptSchema,
  },
  /** whether a context can be pinned in a run: the words in it that its vocabulary lacks, and the symbols that are read */
  pin: {
    input: z.strictObject({ workspace: path, run: idSchema, pin: pinSchema }),
    result: z.strictObject({ unknown: z.array(z.string()), symbols: z.int() }),
  },
  /** the numbers that a run's text was made of */
  dictionary: { input: z.strictObject({ workspace: path, run: idSchema }), result: dictionarySchema },
  /** follow a context through the network of the run's checkpoint that is nearest to a step; at step 0, before it learnt */
  trace: {
    input: z.strictObject({ workspace: path, run: idSchema, step: z.int(), pin: pinSchema }),
    result: traceSchema,
  },
  /** make a model folder in `folder`, which is empty, out of another program's file, folder or archive */
  convert: {
    input: z.strictObject({
      path,
      name: z.string(),
      folder: path,
      id: idSchema,
      /** what people will call it, where it does not say so itself */
      called: nameSchema.optional(),
      /** files that came together with it */
      beside: z.array(namedFile).readonly().optional(),
      /** where its vocabulary is not among its files */
      vocabulary: namedFile.optional(),
      /** what it reads for the number of a symbol, where its file does not say it */
      idScale: z.enum(idScales).optional(),
    }),
    result: modelCardSchema,
  },
  /** check a model folder whole: files, hashes, versions, weights, and tell its card */
  verify: {
    input: z.strictObject({ model: path }),
    result: modelCardSchema,
  },
  /** download TensorFlow, and prove that it computes here; progress in shares of the whole. Wants a process of its own.
   * `index`: where from; '' where it is found out; `folder`: of the wheels, and nothing else is asked */
  bring: {
    input: z.strictObject({ variant: engineVariantSchema, index: z.string(), folder: path.optional() }),
    result: z.strictObject({ engine: z.string() }),
  },
  /** remove what was brought for this installation, where no other uses it */
  dismiss: { input: z.strictObject({}), result: z.strictObject({}) },
  /** load the engine, look at the machine, measure a small step */
  probe: {
    input: z.strictObject({ measure: z.boolean(), workspace: path }),
    result: machineSchema,
  },
} as const;
export type JobKind = keyof typeof JOBS;
export type JobInput<K extends JobKind> = z.infer<(typeof JOBS)[K]['input']>;
export type JobResult<K extends JobKind> = z.infer<(typeof JOBS)[K]['result']>;

const jobMessages = Object.entries(JOBS).map(([kind, { input }]) =>
  z.strictObject({ type: z.literal('job'), job: z.string(), kind: z.literal(kind), input }),
);

/** Studio → worker: a job, or a word about one under way. */
export const toWorkerSchema = z.union([
  ...jobMessages,
  /** finish the step, write a checkpoint, keep a model (train); leave off (others) */
  z.strictObject({ type: z.literal('stop'), job: z.string() }),
  /** finish the step, write a checkpoint, end without a model: the run goes on later */
  z.strictObject({ type: z.literal('pause'), job: z.string() }),
  /** how a class follows the training from now on */
  z.strictObject({ type: z.literal('lesson'), job: z.string(), lesson: lessonSchema }),
  /** go on from the report at which the lesson stands */
  z.strictObject({ type: z.literal('next'), job: z.string() }),
  /** what came of a `try` */
  z.strictObject({ type: z.literal('tried'), job: z.string(), trial: stepTrialSchema }),
]);
export type ToWorker =
  | { [K in JobKind]: { type: 'job'; job: string; kind: K; input: JobInput<K> } }[JobKind]
  | { type: 'stop'; job: string }
  | { type: 'pause'; job: string }
  | { type: 'lesson'; job: string; lesson: Lesson }
  | { type: 'next'; job: string }
  | { type: 'tried'; job: string; trial: StepTrial };

/** Worker → studio. Each job ends with exactly one of `done`, `stopped`, `failed`; progress comes at most 10 times a second. */
export const fromWorkerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready'), pid: z.int() }),
  z.strictObject({ type: z.literal('progress'), job: z.string(), fraction: z.number() }),
  /** training is about to make its first step */
  z.strictObject({
    type: z.literal('started'),
    job: z.string(),
    engine: engineSchema,
    symbols: z.int(),
    vocabularySize: z.int(),
    parameters: z.int(),
    fromStep: z.int(),
    /** texts that replace silence: too little text, a doubtful setting */
    warnings: z.array(plainErrorSchema),
  }),
  /** a training asks what steps take on a device, before it chooses one; answered by `tried`, always */
  z.strictObject({ type: z.literal('try'), job: z.string(), network: triedNetworkSchema }),
  reportsSchema.extend({ type: z.literal('report'), job: z.string() }),
  /** how far a training is between two reports */
  z.strictObject({ type: z.literal('reached'), job: z.string(), step: z.int(), seconds: z.number() }),
  z.strictObject({ type: z.literal('sample'), job: z.string(), sample: sampleSchema }),
  /** a training stands at a report for the lesson; null when it goes on */
  z.strictObject({ type: z.literal('waiting'), job: z.string(), step: z.int().nullable() }),
  z.strictObject({
    type: z.literal('checkpoint'),
    job: z.string(),
    step: z.int(),
    best: bestSchema.optional(),
  }),
  z.strictObject({ type: z.literal('symbols'), job: z.string(), symbols: z.array(storySymbolSchema) }),
  z.strictObject({ type: z.literal('done'), job: z.string(), result: z.unknown() }),
  /** a run that was asked to stop or pause; what it wrote is whole */
  z.strictObject({ type: z.literal('stopped'), job: z.string(), step: z.int().optional(), model: idSchema.optional() }),
  z.strictObject({ type: z.literal('failed'), job: z.string(), error: plainErrorSchema }),
]);
export type FromWorker = z.infer<typeof fromWorkerSchema>;
