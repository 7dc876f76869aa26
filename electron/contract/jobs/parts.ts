import * as z from 'zod';
import { ownColumnSchema } from '../corpus.ts';
import { MOST_SOURCES } from '../limits.ts';

export const path = z.string();
/** a file, and what a person calls it */
export const namedFile = z.strictObject({ path, name: z.string() });

/** Where each source of a text but the first begins, in UTF-16 units. */
export const borders = z.array(z.int()).max(MOST_SOURCES);

/** Files to be read as one text. */
export const files = z
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
