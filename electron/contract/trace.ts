import * as z from 'zod';
import { LONGEST, shownText } from './limits.ts';
import { MOST_PINNED_SYMBOLS, pinnedSchema } from './lesson.ts';

/** Units of a layer that are told, those that say most at the last symbol. */
export const MOST_UNITS = 16;
/** Numbers that are told of what a symbol enters the network as. */
export const MOST_INPUTS = 16;
/** Symbols whose chances are told one by one. */
export const MOST_CHANCES = 256;

const shownSymbol = shownText(LONGEST.shownSymbol);
const ofUnits = z.array(z.number()).max(MOST_UNITS);

/** What a layer does at one symbol, unit by unit; gates are 0 to 1, the rest -1 to 1 but for the cell. */
const layerStepSchema = z.strictObject({
  input: ofUnits,
  forget: ofUnits,
  candidate: ofUnits,
  output: ofUnits,
  /** what the unit remembers after the symbol */
  cell: ofUnits,
  /** what it passes on */
  hidden: ofUnits,
});

/** A network's own numbers on their way from a context to the chances behind it. */
export const traceSchema = z.strictObject({
  /** of the checkpoint whose weights these are; 0 for those that the run began with */
  step: z.int(),
  input: z.enum(['embedding', 'one-hot', 'ordinal']),
  /** numbers that a symbol enters as */
  inputWidth: z.int(),
  symbols: z
    .array(z.strictObject({ id: z.int(), text: shownSymbol, numbers: z.array(z.number()).max(MOST_INPUTS) }))
    .max(MOST_PINNED_SYMBOLS),
  layers: z
    .array(
      z.strictObject({
        /** how many there are */
        width: z.int(),
        /** which of them are told, rising */
        units: z.array(z.int()).max(MOST_UNITS),
        /** one for each symbol */
        steps: z.array(layerStepSchema).max(MOST_PINNED_SYMBOLS),
      }),
    )
    .max(16),
  vocabularySize: z.int(),
  /** all of the vocabulary by rising id, or the likeliest of a large one */
  chances: z.array(z.strictObject({ id: z.int(), symbol: shownSymbol, chance: z.number() })).max(MOST_CHANCES),
  /** id of the right symbol; null where the context never stands in the text */
  right: z.int().nullable(),
  /** the same as a report tells it; null where the chances are no numbers any more */
  said: pinnedSchema.nullable(),
});
export type Trace = z.infer<typeof traceSchema>;
export type LayerStep = z.infer<typeof layerStepSchema>;
