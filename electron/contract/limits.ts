import * as z from 'zod';

const MB = 2 ** 20;

/** How much of one JSON file is read: bytes, how deep lists and objects may lie in one another, how many values. */
export interface JsonBounds {
  readonly bytes: number;
  readonly depth: number;
  readonly values: number;
}

/**
 * What the JSON files of a workspace may hold, far more than Aesop writes into them: a file that somebody else made must
 * not take the machine (a value may cost thirty times the memory that its one byte takes on the disk).
 */
export const JSON_BOUNDS = {
  /** settings, lists of names, headers */
  small: { bytes: MB, depth: 16, values: 10_000 },
  /** a text with symbols as long as they come among its most frequent ones and its repeats */
  corpora: { bytes: 64 * MB, depth: 16, values: 30_000 },
  runs: { bytes: 64 * MB, depth: 16, values: 10_000 },
  models: { bytes: 64 * MB, depth: 16, values: 4_000 },
  /** 200,000 symbols, each with five others that were likely */
  stories: { bytes: 256 * MB, depth: 16, values: 5_000_000 },
  passages: { bytes: MB, depth: 4, values: 100 },
  /** two million characters, each at most six bytes of JSON */
  booklets: { bytes: 16 * MB, depth: 8, values: 10_000 },
  /** state of a checkpoint: some dozens of numbers */
  state: { bytes: 16 * MB, depth: 32, values: 100_000 },
} as const satisfies Record<string, JsonBounds>;

/** Most symbols of a vocabulary, and bytes of its file: a whitespace symbol may be as long as its text. */
export const MOST_SYMBOLS = 2 ** 26;
const VOCABULARY_BYTES = 256 * MB;
/** Most numbers by which a vocabulary tells how the symbols are spelt that it lacks. */
export const MOST_LETTER_COUNTS = 2 ** 16;

/**
 * What vocabulary.json may hold where its card says how many symbols there are: each stands there with its count, and
 * beside them how the others are spelt.
 */
export function vocabularyBounds(vocabularySize: number): JsonBounds {
  return { bytes: VOCABULARY_BYTES, depth: 4, values: 2 * vocabularySize + MOST_LETTER_COUNTS + 64 };
}

/**
 * What a model that comes from elsewhere may hold, so that taking it in needs less than 1 GB of memory: card and model.json
 * take some kilobytes, two million symbols with what finds them again about 600 MB.
 */
export const IMPORT_LIMITS = {
  'card.json': MB,
  'model.json': MB,
  symbols: 2 ** 21,
  /** numbers of one weight of another program's file, which is turned in memory: 512 MB, and as many for its transpose */
  weight: 2 ** 27,
  /** files of a folder or an archive that are looked at */
  files: 1_000,
} as const;

/** A word is cut at 100 UTF-16 units, each at most 6 bytes of JSON; with quotes, commas and its count. */
const SYMBOL_BYTES = 640;
/** For symbols that are no words, such as what stands unbroken between two spaces. */
const LONG_SYMBOLS_BYTES = 32 * MB;
const IMPORTED_VOCABULARY_BYTES = 128 * MB;

/** Weights shrink by a tenth, words to a quarter; zeros, of which bombs are made, to a thousandth. */
const TIGHTEST = 50;
/** Below this no bomb does harm, and an empty model may well be all zeros. */
const LOOKED_AT = 16 * MB;

/** Whether so few bytes would grow to so many as those of a model never do. */
export const isTight = (packed: number, bytes: number): boolean => bytes > LOOKED_AT && bytes > TIGHTEST * packed;

/** Bytes that vocabulary.json of a model from elsewhere may take. */
export function importedVocabularyBytes(vocabularySize: number): number {
  return Math.min(IMPORTED_VOCABULARY_BYTES, LONG_SYMBOLS_BYTES + SYMBOL_BYTES * vocabularySize);
}

/**
 * What a document may hold that a text is taken out of, so that one made by somebody else is read or refused within 1 GB
 * of memory and some seconds: a thick novel has 3 MB of text, the largest dictionaries 150 MB of markup.
 */
export const DOCUMENT_LIMITS = {
  /** bytes at the beginning by which a file is recognised */
  head: 64 * 1024,
  /** bytes of one that must be in memory whole: a PDF, an archive that comes in pieces; with pictures, a book has 50 MB */
  whole: 128 * MB,
  /** bytes of one mail, with what is attached: its parts are in memory several times over */
  mail: 64 * MB,
  /** bytes of text and markup that the members of an archive may have unpacked, all together */
  unpacked: 192 * MB,
  /** a novel saved with a picture a page has some hundred members */
  members: 20_000,
  /** elements in one another: Word and LibreOffice nest some dozen */
  depth: 1_000,
  /** the same in HTML, where what nobody closes adds up over a page */
  looseDepth: 20_000,
  /** UTF-16 units of one paragraph, one row of a table, one line of a JSONL file, one comment or tag of a page */
  record: 16 * MB,
  /** UTF-16 units of the messages of a chat that wait until it is known in which order they were sent; what one takes beside them */
  waiting: 160 * MB,
  message: 64,
  columns: 1_000,
  /** texts that the cells of an Excel workbook share */
  shared: 4_000_000,
  /** cells in one line of a table, far more than columns */
  cells: 100_000,
  /** cells of a table that are told apart; each takes some 50 bytes */
  different: 1_000_000,
  /** groups of an RTF file in one another */
  groups: 10_000,
  pages: 20_000,
  /** seconds of computing for any document, and for every megabyte of it on top */
  seconds: 15,
  secondsPerMegabyte: 0.3,
} as const;

/** Longest texts inside those files, UTF-16 units. */
export const LONGEST = {
  /** what a person calls a thing */
  name: 120,
  /** a code, a version, a language, an encoding */
  word: 100,
  /** the line of a prompt that a card proposes */
  prompt: 10_000,
  /** a symbol that is only shown */
  shownSymbol: 1_000,
  /** a kept passage of a story: lists hold it whole */
  passage: 10_000,
  /** a sentence about the machine, a note on a passage */
  sentence: 5_000,
  /** one value of an error, its technical lines, a stretch of a text that is only shown */
  lines: 30_000,
  /** what a person remarks on a model */
  note: 2_000,
  tag: 40,
  /** what a story goes on from */
  storyPrompt: 100_000,
  /** of a first line tried on a run */
  attempt: 2_000,
  /** a symbol, a story: as long as their file */
  text: VOCABULARY_BYTES,
} as const;

/**
 * A booklet, which is read and written whole: 200 pieces, 2 million characters in all, a thick novel. A piece may be a whole
 * long story.
 */
export const BOOKLET_LIMITS = { pieces: 200, piece: 1_000_000, text: 2_000_000, line: 300 } as const;

/** Most tags of one model. */
export const MOST_TAGS = 12;

/** Most files that one text is made of. */
export const MOST_SOURCES = 500;
/** Columns that a text keeps of all its tables together, shared out evenly among them. */
export const MOST_SOURCE_COLUMNS = 5_000;

/**
 * How much a workspace remembers of what was told and not kept: the oldest tellings beyond go to the trash, kept ones never.
 * One of 1,000 words takes some 40 kB.
 */
export const HISTORY_LIMITS = { tellings: 500, bytes: 200 * MB } as const;

/** Longest story in symbols: 100,000, and as many again to finish its sentence. */
export const MOST_STORY_SYMBOLS = 200_000;

/** At most `most` UTF-16 units of a text, with an ellipsis where some of it is left out. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  // no half of a pair is left standing
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A text that is only shown: what is too long is cut and not refused, since a long symbol of a text may stand in it. */
export const shownText = (most: number) => z.string().transform((text) => cutText(text, most));

/** At most so many texts by their names. */
export const fewTexts = <V extends z.ZodType>(value: V, most = 32) =>
  z
    .record(z.string().max(LONGEST.word), value)
    .refine((texts) => Object.keys(texts).length <= most, { error: `holds more than ${most}` });

/**
 * A long list: looked at only where it is not too long, and only up to the first value that does not fit. A list of zod
 * itself complains of every single one, which may take gigabytes.
 */
export const listOf = <T>(schema: z.ZodType<T>, most: number): z.ZodType<T[], T[]> =>
  z.custom<T[]>(
    (list) => Array.isArray(list) && list.length <= most && list.every((value) => schema.safeParse(value).success),
    { error: `is no list of at most ${most} that fit` },
  );

/** Models that tell the same line side by side: as many as there is room for. */
export const MOST_TELLERS = 3;

/** Checkpoints that stay of a run, beside the best: the last ones, and a spread of others to look back at. */
export const CHECKPOINTS_KEPT = { last: 2, spread: 8, spreadBytes: 2 * 1024 ** 3 } as const;
