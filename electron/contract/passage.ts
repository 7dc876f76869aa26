import * as z from 'zod';
import { dateSchema, idSchema, nameSchema } from './common.ts';
import { versionOf } from './file-formats.ts';
import { LONGEST, MOST_STORY_SYMBOLS } from './limits.ts';

/** What a person selects to be kept. */
export const passageOfStorySchema = z.strictObject({
  /** as it was shown */
  text: z.string().min(1).max(LONGEST.passage),
  story: idSchema,
  /** the story's, for when it is gone */
  title: nameSchema,
  model: idSchema,
  /** symbols of the story, its prompt not counted */
  start: z.int().min(0).max(MOST_STORY_SYMBOLS),
  length: z.int().min(1).max(MOST_STORY_SYMBOLS),
});
export type PassageOfStory = z.infer<typeof passageOfStorySchema>;

export const noteSchema = z.string().trim().max(LONGEST.sentence);

/** A kept passage: what passages/<id>.json holds. */
export const passageSchema = passageOfStorySchema.extend({
  version: z.literal(versionOf('passage')),
  id: idSchema,
  /** empty: none */
  note: noteSchema,
  keptAt: dateSchema,
});
export type Passage = z.infer<typeof passageSchema>;
