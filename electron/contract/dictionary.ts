import * as z from 'zod';
import { LONGEST, shownText } from './limits.ts';

/** Symbols of a dictionary that are told, the most frequent ones. */
export const MOST_ENTRIES = 48;
/** Symbols that are told of the text's beginning. */
export const MOST_BEGINNING = 40;

const shownSymbol = shownText(LONGEST.shownSymbol);

/** What a run's text became before anything was learnt: its symbols, and the number of each. */
export const dictionarySchema = z.strictObject({
  /** numbers in all, that of `<unk>` included */
  size: z.int(),
  /** symbols of the text */
  symbols: z.int(),
  /** by rising number; `times` is how often it stands in the text */
  entries: z.array(z.strictObject({ id: z.int(), text: shownSymbol, times: z.int() })).max(MOST_ENTRIES),
  /** what the text begins with */
  beginning: z.array(z.strictObject({ id: z.int(), text: shownSymbol })).max(MOST_BEGINNING),
});
export type Dictionary = z.infer<typeof dictionarySchema>;
