import * as z from 'zod';
import { sha256Schema } from './common.ts';
import { LONGEST, shownText } from './limits.ts';

/** What a file is read as; `text` is plain text. */
export const documentKinds = [
  'text',
  'docx',
  'odt',
  'epub',
  'html',
  'rtf',
  'markdown',
  'subtitles',
  'table',
  'chat',
  'pdf',
  'mail',
  'fictionbook',
  'docbook',
  'tei',
  'jats',
  'abiword',
  'finaldraft',
  'wordpress',
  'evernote',
  'opml',
] as const;
export const documentKindSchema = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof documentKindSchema>;

export const tableFormatSchema = z.enum(['csv', 'tsv', 'jsonl', 'excel', 'calc', 'sql', 'console']);
type TableFormat = z.infer<typeof tableFormatSchema>;
/** Formats that settle by themselves how letters are stored, and what they are called in every language. */
const PACKED: Partial<Record<DocumentKind | TableFormat, string>> = {
  docx: 'DOCX',
  odt: 'ODT',
  epub: 'EPUB',
  pdf: 'PDF',
  excel: 'XLSX',
  calc: 'ODS',
};

/** The format of a file of which no encoding is to be told; undefined where one is. */
export const packedFormat = (
  found: DocumentFound | { readonly kind: DocumentKind; readonly format?: TableFormat },
): string | undefined => PACKED[('format' in found && found.kind === 'table' && found.format) || found.kind];

/** Programs whose exported chats are read, and what they are called in every language. */
export const CHAT_PROGRAMS = {
  telegram: 'Telegram',
  discord: 'Discord',
  messenger: 'Messenger',
  slack: 'Slack',
  matrix: 'Matrix',
  googlechat: 'Google Chat',
  hangouts: 'Hangouts',
  skype: 'Skype',
  signal: 'Signal',
  chatgpt: 'ChatGPT',
  claude: 'Claude',
  gemini: 'Gemini',
  deepseek: 'DeepSeek',
  grok: 'Grok',
  sillytavern: 'SillyTavern',
  reddit: 'Reddit',
  twitch: 'Twitch',
  snapchat: 'Snapchat',
  qq: 'QQ',
  wechat: 'WeChat',
  twitter: 'Twitter',
  dataset: 'JSON',
} as const;
export type ChatProgram = keyof typeof CHAT_PROGRAMS;
export const chatProgramSchema = z.enum(Object.keys(CHAT_PROGRAMS) as [ChatProgram, ...ChatProgram[]]);

/** What a dialog offers first; what a file is read as is seen by what it holds. */
export const TEXT_EXTENSIONS = [
  ...['txt', 'text', 'log', 'md', 'markdown', 'docx', 'odt', 'epub', 'html', 'htm', 'xhtml', 'rtf'],
  ...['srt', 'vtt', 'ass', 'ssa', 'sub', 'ttml', 'dfxp', 'csv', 'tsv', 'xlsx', 'ods', 'sql', 'json', 'jsonl', 'ndjson'],
  ...['ipynb', 'pdf', 'eml', 'mbox', 'fb2', 'fodt', 'abw', 'fdx', 'fountain', 'enex', 'rst', 'tex', 'zip', 'htmlz'],
  'txtz',
];

/** A column of a table, or a field of every object of a JSONL file. */
export const tableColumnSchema = z.strictObject({
  name: shownText(LONGEST.name),
  /** how likely it is the text among the columns, 0 to 1; all of them together are 1, or 0 where none holds words */
  likelihood: z.number().min(0).max(1),
  /** the beginning of its first cell that holds something */
  example: shownText(LONGEST.name),
});
export type TableColumn = z.infer<typeof tableColumnSchema>;

/** What a reader leaves out of a document though somebody wrote it, in the order in which it is told. */
export const omittedKinds = [
  'notes',
  'comments',
  'deletions',
  'hidden',
  'heads',
  'captions',
  'readings',
  'formulas',
  'references',
  'asides',
  'furniture',
  'matter',
  'queries',
  'outputs',
  'attachments',
  'notices',
  'sheets',
  'columns',
  'rows',
  'shownTwice',
] as const;
const omittedKindSchema = z.enum(omittedKinds);
export type OmittedKind = z.infer<typeof omittedKindSchema>;
/** How many of each; what there is none of is missing. */
export const omittedSchema = z.partialRecord(omittedKindSchema, z.int().min(1));
export type Omitted = z.infer<typeof omittedSchema>;

const found = <Kind extends DocumentKind>(kind: Kind) =>
  z.strictObject({ kind: z.literal(kind), omitted: omittedSchema.optional() });

/** What was found in a file, by what it is. */
export const documentFoundSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text') }),
  found('odt'),
  found('html'),
  found('rtf'),
  found('markdown'),
  found('docx'),
  found('fictionbook'),
  found('docbook'),
  found('tei'),
  found('jats'),
  found('abiword'),
  found('finaldraft'),
  found('wordpress'),
  found('evernote'),
  found('opml'),
  found('epub').extend({ /** documents in reading order that hold text */ chapters: z.int() }),
  found('subtitles').extend({
    format: z.enum(['srt', 'vtt', 'ass', 'ttml', 'microdvd', 'mpl2', 'tmplayer']),
    cues: z.int(),
  }),
  found('table').extend({
    format: tableFormatSchema,
    columns: z.array(tableColumnSchema).max(1_000),
    /** index in `columns` of the one that is taken as the text */
    column: z.int(),
    /** without the header */
    rows: z.int(),
    /** cells of that column that hold something, and how many of them differ; null where they are too many to tell */
    cells: z.int(),
    different: z.int().nullable(),
    /** sheets of a workbook that hold numbers alone, and were left out */
    without: z.int().optional(),
  }),
  z.strictObject({
    kind: z.literal('chat'),
    program: chatProgramSchema,
    conversations: z.int(),
    messages: z.int(),
    people: z.int(),
    /** notices, calls, attachments without words */
    leftOut: z.int(),
    /** what tells this conversation from others of the program, where its export says it */
    of: sha256Schema.optional(),
    /** when the first message was sent, milliseconds since 1970; undefined where that cannot be read */
    began: z.int().optional(),
  }),
  found('pdf').extend({
    pages: z.int(),
    /** pages that are pictures, or empty */
    without: z.int(),
    /** lines above and below pages that were left out: heads, feet, page numbers; notes, too, before these were counted */
    heads: z.int().default(0),
  }),
  found('mail').extend({ /** those with text in them */ mails: z.int() }),
]);
export type DocumentFound = z.infer<typeof documentFoundSchema>;

/** All that was left out of a document, also what its kind has figures of its own for. */
export function omittedOf(document: DocumentFound): Omitted {
  const { kind } = document;
  const [own, count = 0]: [OmittedKind, number?] =
    kind === 'pdf'
      ? ['heads', document.heads]
      : kind === 'chat'
        ? ['notices', document.leftOut]
        : ['sheets', kind === 'table' ? document.without : 0];
  return {
    ...('omitted' in document && document.omitted),
    ...(count > 0 && { [own]: count }),
  };
}

/** A text in figures, NFC, LF; of a file made of text, as it came, before its marks were taken out. */
export const rawTextSchema = z.strictObject({
  /** UTF-16 units */
  characters: z.int(),
  lines: z.int(),
  /** in UTF-8 */
  sha256: sha256Schema,
});
export type RawText = z.infer<typeof rawTextSchema>;
