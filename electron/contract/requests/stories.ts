import * as z from 'zod';
import {
  bookFormats,
  bookletContentSchema,
  bookletSchema,
  bookletSummarySchema,
  bookSchema,
  pieceSchema,
} from '../booklet.ts';
import { fileTokenSchema, idSchema, nameSchema, nothingSchema } from '../common.ts';
import { BOOKLET_LIMITS, LONGEST } from '../limits.ts';
import { noteSchema, passageOfStorySchema, passageSchema } from '../passage.ts';
import {
  copiedSchema,
  draftSchema,
  promptSymbolSchema,
  samplingSchema,
  storySchema,
  storySummarySchema,
} from '../story.ts';
import { byId, job, madeFile, rename, request } from './request.ts';

/** What is asked about stories, what was kept of them, and booklets. */
export const storiesRequests = {
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
} as const;
