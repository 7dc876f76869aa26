import * as z from 'zod';
import { dateSchema, idSchema, nameSchema } from './common.ts';
import { versionOf } from './file-formats.ts';
import { BOOKLET_LIMITS, LONGEST } from './limits.ts';
import { samplingSchema } from './story.ts';

const { greedy, temperature, topK, topP, minP, repetitionPenalty, seed } = samplingSchema.shape;

/** How the words of a piece were told, as far as it is known: it stays beside the piece when story and model are gone. */
const toldSchema = z.strictObject({
  /** of the story */
  title: nameSchema,
  model: idSchema,
  modelName: z.string().max(LONGEST.name),
  /** ISO 639-1, `und` where it is not known */
  language: z.string().max(LONGEST.word),
  /** the model's */
  step: z.int().min(0).optional(),
  sampling: z
    .strictObject({
      greedy: greedy.unwrap(),
      temperature: temperature.unwrap(),
      topK: topK.unwrap(),
      topP: topP.unwrap(),
      /** missing in what was gathered before there was one */
      minP: minP.unwrap().optional(),
      repetitionPenalty: repetitionPenalty.unwrap(),
      seed: seed.unwrap(),
    })
    .optional(),
  toldAt: dateSchema.optional(),
});
export type PieceTold = z.infer<typeof toldSchema>;

/** A passage or a story in a booklet: a copy of its own, as it was edited. */
export const pieceSchema = z.strictObject({
  /** its own within the booklet */
  key: z.string().regex(/^[a-z0-9]{6,40}$/),
  /** empty: none */
  heading: z.string().max(LONGEST.name),
  text: z.string().max(BOOKLET_LIMITS.piece),
  told: toldSchema,
});
export type Piece = z.infer<typeof pieceSchema>;

const contentFields = z.strictObject({
  /** empty while it has none */
  title: z.string().max(LONGEST.name),
  author: z.string().max(LONGEST.name),
  /** what else stands on the title page */
  line: z.string().max(BOOKLET_LIMITS.line),
  /** how each piece was told is written below it */
  notes: z.boolean(),
  /** each piece begins on a page of its own */
  ownPages: z.boolean(),
  pieces: z.array(pieceSchema).max(BOOKLET_LIMITS.pieces),
});

/** UTF-16 units of all pieces. */
export const lengthOfPieces = (pieces: readonly { readonly text: string }[]): number =>
  pieces.reduce((sum, { text }) => sum + text.length, 0);

const fits = ({ pieces }: { pieces: readonly Piece[] }): boolean =>
  lengthOfPieces(pieces) <= BOOKLET_LIMITS.text && new Set(pieces.map(({ key }) => key)).size === pieces.length;

/** What a person makes of a booklet. */
export const bookletContentSchema = contentFields.refine(fits);
export type BookletContent = z.infer<typeof contentFields>;

/** A booklet: what booklets/<id>.json holds. */
export const bookletSchema = contentFields
  .extend({
    version: z.literal(versionOf('booklet')),
    id: idSchema,
    madeAt: dateSchema,
    changedAt: dateSchema,
    /** grows with each change: a page writes over what it has seen, never over what it has not */
    revision: z.int().min(1),
  })
  .refine(fits);
export type Booklet = z.infer<typeof bookletSchema>;

/** A booklet in a list. */
export const bookletSummarySchema = z.strictObject({
  id: idSchema,
  title: z.string().max(LONGEST.name),
  pieces: z.int(),
  madeAt: dateSchema,
  changedAt: dateSchema,
  revision: z.int(),
});
export type BookletSummary = z.infer<typeof bookletSummarySchema>;

export const summaryOfBooklet = ({ id, title, pieces, madeAt, changedAt, revision }: Booklet): BookletSummary => ({
  ...{ id, title, madeAt, changedAt, revision },
  pieces: pieces.length,
});

export const contentOf = ({ title, author, line, notes, ownPages, pieces }: BookletContent): BookletContent => ({
  ...{ title, author, line, notes, ownPages, pieces },
});

/** A piece line by line, blank ones left out; `apart`: one stood before it. */
export function paragraphsOfPiece(text: string): { text: string; apart: boolean }[] {
  const paragraphs: { text: string; apart: boolean }[] = [];
  let apart = false;
  for (const line of text.split(/\r\n?|[\n\u2028\u2029]/)) {
    const said = line.trim();
    if (said) paragraphs.push({ text: said, apart: apart && paragraphs.length > 0 });
    apart = !said;
  }
  return paragraphs;
}

/** Formats that the studio makes of a booklet; a page writes Markdown itself, as it does of a story. */
export const bookFormats = ['docx', 'epub'] as const;
export type BookFormat = (typeof bookFormats)[number];

/** BCP 47, as far as it stands in a document. */
const languageTagSchema = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/);

/** A booklet as it is to be read: in the person's words, with nothing left to decide. */
export const bookSchema = z.strictObject({
  title: nameSchema,
  author: z.string().max(LONGEST.name),
  line: z.string().max(BOOKLET_LIMITS.line),
  language: languageTagSchema,
  /** what its contents are called */
  contents: z.string().min(1).max(LONGEST.name),
  /** the same book on the same date is the same file */
  date: dateSchema,
  ownPages: z.boolean(),
  pieces: z
    .array(
      z.strictObject({
        heading: z.string().max(LONGEST.name),
        text: z.string().max(BOOKLET_LIMITS.piece),
        language: languageTagSchema,
        /** how it was told, in words; empty: not said */
        note: z.string().max(LONGEST.sentence),
      }),
    )
    .max(BOOKLET_LIMITS.pieces)
    .refine((pieces) => lengthOfPieces(pieces) <= BOOKLET_LIMITS.text),
});
export type Book = z.infer<typeof bookSchema>;
