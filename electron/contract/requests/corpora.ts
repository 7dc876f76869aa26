import * as z from 'zod';
import { fileTokenSchema, idSchema, nameSchema, nothingSchema } from '../common.ts';
import {
  corpusSchema,
  fileReadingsSchema,
  ownColumnSchema,
  readingSchema,
  textHitsSchema,
  textPreviewSchema,
  textSymbolsSchema,
  tokenizerNameSchema,
} from '../corpus.ts';
import { MOST_SOURCES } from '../limits.ts';
import { LONGEST_SEARCH } from '../text-search.ts';
import { byId, job, rename, request } from './request.ts';

const filesToJoin = z
  .array(z.strictObject({ file: fileTokenSchema, found: z.boolean(), column: ownColumnSchema }))
  .max(MOST_SOURCES);

/** What is asked about texts. */
export const corporaRequests = {
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
} as const;
