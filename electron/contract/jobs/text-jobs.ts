import * as z from 'zod';
import { idSchema } from '../common.ts';
import {
  corpusSchema,
  corpusStatisticsSchema,
  fileReadingsSchema,
  readingSchema,
  textHitsSchema,
  textPreviewSchema,
  textSymbolsSchema,
  tokenizerNameSchema,
} from '../corpus.ts';
import { MOST_SOURCES } from '../limits.ts';
import { borders, files, path } from './parts.ts';

/** Jobs over texts. */
export const textJobs = {
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
} as const;
