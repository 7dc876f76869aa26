import * as z from 'zod';
import { dateSchema, idSchema, nameSchema, sha256Schema } from './common.ts';
import { versionOf } from './file-formats.ts';
import {
  documentFoundSchema,
  documentKindSchema,
  omittedSchema,
  rawTextSchema,
  tableColumnSchema,
  tableFormatSchema,
} from './document.ts';
import { plainErrorSchema } from './errors.ts';
import { LONGEST, MOST_SOURCE_COLUMNS, MOST_SOURCES, shownText } from './limits.ts';
import { preparationSchema, preparedStepSchema, stepNames } from './preparation.ts';

export const tokenizerNames = ['whitespace', 'words', 'subwords', 'characters'] as const;
export const tokenizerNameSchema = z.enum(tokenizerNames);
export type TokenizerName = z.infer<typeof tokenizerNameSchema>;

/**
 * How texts are cut today. Up to 1, `words` brought the space before them along, and `<unk>` in a text was our own mark;
 * what was learnt by an earlier cut goes on by it.
 */
export const CUT = 2;
export const cutSchema = z.int().min(1).max(CUT);

const point = z.tuple([z.number(), z.number()]);

/** What a text looks like through one tokenizer. */
export const corpusStatisticsSchema = z.strictObject({
  tokenizer: tokenizerNameSchema,
  lowercase: z.boolean(),
  /** by which cut they were counted; figures of an earlier one are counted anew when they are asked for */
  cut: cutSchema.default(1),
  /** running symbols */
  symbols: z.int(),
  /** distinct symbols */
  distinct: z.int(),
  /** distinct symbols that occur once */
  singletons: z.int(),
  /** mean symbols of a sentence */
  sentenceLength: z.number(),
  /** most frequent symbols with their counts */
  top: z.array(z.strictObject({ symbol: shownText(LONGEST.shownSymbol), count: z.int() })).max(100),
  /** [vocabulary size, share of running symbols it covers] */
  coverage: z.array(point).max(100),
  /** [rank, count], log-spaced */
  zipf: z.array(point).max(400),
  /** longest spans that occur more than once */
  repeats: z.array(z.strictObject({ text: shownText(LONGEST.lines), length: z.int(), count: z.int() })).max(100),
  /** best possible accuracy from 1, 2, 3, 4 preceding symbols, over every position */
  ceilings: z.array(z.number()).max(16),
});
export type CorpusStatistics = z.infer<typeof corpusStatisticsSchema>;

/** Whether figures are of a text cut in just this way. */
export const isCutAs = (
  statistics: Pick<CorpusStatistics, 'tokenizer' | 'lowercase' | 'cut'>,
  { tokenizer, lowercase, cut = CUT }: { tokenizer: TokenizerName; lowercase: boolean; cut?: number },
): boolean => statistics.tokenizer === tokenizer && statistics.lowercase === lowercase && statistics.cut === cut;

/** Another reading of a text that is not sure to be read rightly, with one line in both. */
export const doubtSchema = z.strictObject({
  encoding: z.string().max(LONGEST.word),
  /** the line in that encoding */
  sample: shownText(LONGEST.lines),
  /** the same as it was read */
  ours: shownText(LONGEST.lines),
});
export type Doubt = z.infer<typeof doubtSchema>;

/** How a file becomes a text, where what is found by itself is not what is wanted. */
export const readingSchema = z.strictObject({
  encoding: z.string().max(LONGEST.prompt).optional(),
  /** of a table: the column that is the text, by its name or its number from 1 on */
  column: z.string().max(LONGEST.prompt).optional(),
  prepare: preparationSchema.optional(),
});
export type Reading = z.infer<typeof readingSchema>;

/** The column of one table among several files, where it is not that of all. */
export const ownColumnSchema = readingSchema.shape.column;

/** How some of the files of a text are read, by their indices from 0; the others as before. */
export const fileReadingsSchema = z
  .array(z.strictObject({ index: z.int().min(0), ...readingSchema.shape }))
  .max(MOST_SOURCES);
export type FileReading = z.infer<typeof fileReadingsSchema>[number];

/** One of the files that a text is made of. */
export const sourceSchema = z.strictObject({
  /** unlike that of any other source of the text */
  name: z.string().min(1).max(LONGEST.name),
  /** of the file as it came */
  bytes: z.int(),
  encoding: z.string().max(LONGEST.word),
  doubt: doubtSchema.optional(),
  replaced: z.int(),
  kind: documentKindSchema,
  /** of a table; missing in texts from before it was kept */
  format: tableFormatSchema.optional(),
  /** what was left out of it by its kind; missing where that is nothing */
  omitted: omittedSchema.optional(),
  /** of a table: the column that is the text, counted from 1 */
  column: z.int().optional(),
  /** the first of its columns, to choose another; missing in texts from before they were kept */
  columns: z.array(tableColumnSchema).max(MOST_SOURCE_COLUMNS).optional(),
  /** what was found in it, in the order of the steps, with one example of each at most */
  preparation: z.array(preparedStepSchema).max(stepNames.length),
  /** where it begins in the text, in UTF-16 units: behind the paragraph gap that the source before it ends with */
  start: z.int().min(0),
  /** of its own, without the gap */
  characters: z.int().min(0),
  /** the file as it came, beside the text */
  original: z.string().regex(/^sources\/\d{1,4}(\.[a-z0-9]{1,8})?$/),
});
export type Source = z.infer<typeof sourceSchema>;

/** Where each source of a text but the first begins, in UTF-16 units: over these borders nothing is learnt or compared. */
export const bordersOf = ({ sources = [] }: { readonly sources?: readonly Pick<Source, 'start'>[] }): number[] =>
  sources.slice(1).map(({ start }) => start);

/** A file that was to be a source, and why it is none. */
export const refusedSchema = z.strictObject({ name: z.string().max(LONGEST.name), error: plainErrorSchema });
export type Refused = z.infer<typeof refusedSchema>;

/** corpus.json: a text with its statistics. */
export const corpusSchema = z.strictObject({
  version: z.literal(versionOf('corpus')),
  id: idSchema,
  name: nameSchema,
  origin: z.enum(['sample', 'file', 'paste']),
  /** of the file as it came */
  bytes: z.int(),
  encoding: z.string().max(LONGEST.word),
  /** how sure the encoding is, 0 to 1; missing in texts from before this was told */
  confidence: z.number().optional(),
  /** the next best reading, where it is not sure */
  doubt: doubtSchema.optional(),
  /** bytes that could not be read in that encoding */
  replaced: z.int(),
  /** what the file was found to be */
  document: documentFoundSchema,
  /** the text before anything was done to it; of a page or a table, with its marks */
  source: rawTextSchema,
  /** what was found in it, in the order of the steps; missing where nobody has looked */
  preparation: z.array(preparedStepSchema).max(stepNames.length).optional(),
  /** the file as it came, beside the text, where the text alone would not give it back */
  original: z
    .string()
    .regex(/^original(\.[a-z0-9]{1,8})?$/)
    .optional(),
  /** the files that it is made of, in their order, where it was made of several */
  sources: z.array(sourceSchema).min(1).max(MOST_SOURCES).optional(),
  /** files that were passed over when it was made */
  refused: z.array(refusedSchema).max(MOST_SOURCES).optional(),
  characters: z.int(),
  lines: z.int(),
  /** ISO 639-1, `und` where it cannot be told */
  language: z.string().max(LONGEST.word),
  /** of text.txt: UTF-8, NFC, LF */
  sha256: sha256Schema,
  importedAt: dateSchema,
  /** through the tokenizer proposed for this text */
  statistics: corpusStatisticsSchema,
});
export type Corpus = z.infer<typeof corpusSchema>;

/** How a file would read, shown before a doubtful import. */
export const textPreviewSchema = z.strictObject({
  name: z.string(),
  bytes: z.int(),
  encoding: z.string(),
  /** 0 to 1 */
  confidence: z.number(),
  replaced: z.int(),
  /** how much of what is not ASCII is what texts in that encoding are made of, 0 to 1 */
  plausibility: z.number(),
  sample: z.string(),
  /** offset and bytes (hex) of the first places that cannot be read */
  trouble: z.array(z.strictObject({ offset: z.int(), bytes: z.string() })),
  /** other encodings worth a look, the most plausible first */
  alternatives: z.array(
    z.strictObject({ encoding: z.string(), replaced: z.int(), plausibility: z.number(), sample: z.string() }),
  ),
});
export type TextPreview = z.infer<typeof textPreviewSchema>;

/** Where a text says something, of which the hits round one place: offset and length in UTF-16 units. */
export const textHitsSchema = z.strictObject({
  /** hits counted */
  total: z.int(),
  /** false: there are more, the search ended at its limit */
  complete: z.boolean(),
  /** index of the first hit below among all */
  first: z.int(),
  hits: z.array(z.tuple([z.int(), z.int()])),
});
export type TextHits = z.infer<typeof textHitsSchema>;

/** A stretch of a text as the symbols it is cut into. */
export const textSymbolsSchema = z.strictObject({
  /** every kind of symbol in the stretch once: its id, and how often the whole text has it */
  kinds: z.array(z.strictObject({ symbol: z.string(), id: z.int(), times: z.int() })),
  /** the symbols in turn, as indices of their kinds */
  order: z.array(z.int()),
  /** where each begins in the text, in UTF-16 units */
  starts: z.array(z.int()),
});
export type TextSymbols = z.infer<typeof textSymbolsSchema>;
