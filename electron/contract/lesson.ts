import * as z from 'zod';
import { LONGEST, shownText } from './limits.ts';

/** How a run goes on from report to report: at once, after a second, or when somebody says so. */
export const paces = ['full', 'slow', 'step'] as const;
export type LessonPace = (typeof paces)[number];

/** Minutes that a run stands at a report before it is paused: everybody may have left, and others have their turn. */
export const PATIENCE_MINUTES = 15;

/** Contexts that are followed at once: each costs the training one prediction a report. */
export const MOST_PINS = 5;
/** Characters of a pinned context. */
export const LONGEST_PIN = 300;
/** Symbols of a pinned context that are read, its last ones. */
export const MOST_PINNED_SYMBOLS = 32;
/** Symbols named as the likeliest behind a pinned context. */
export const MOST_TOP = 3;

const shownSymbol = shownText(LONGEST.shownSymbol);

/** A context whose chances are watched from report to report. */
export const pinSchema = z.strictObject({
  text: z.string().min(1).max(LONGEST_PIN),
  /** the right symbol behind it, as it is written there; left out, what most often stands behind it in the text */
  next: shownSymbol.optional(),
});
export type Pin = z.infer<typeof pinSchema>;

export const pinsSchema = z.array(pinSchema).max(MOST_PINS);

/** How a class follows a run. It changes nothing that the run learns. */
export const lessonSchema = z.strictObject({ pace: z.enum(paces), pins: pinsSchema });
export type Lesson = z.infer<typeof lessonSchema>;

export const NO_LESSON: Lesson = { pace: 'full', pins: [] };

/** What the network makes of a pinned context at a report. */
export const pinnedSchema = z.strictObject({
  /** of the pin */
  text: z.string().max(LONGEST_PIN),
  /** null where the context never stands in the text */
  right: z
    .strictObject({
      symbol: shownSymbol,
      /** 0 to 1 */
      chance: z.number(),
      /** 1 is the likeliest */
      rank: z.int().min(1),
    })
    .nullable(),
  /** the likeliest symbols, the first of them first */
  top: z.array(z.strictObject({ symbol: shownSymbol, chance: z.number() })).max(MOST_TOP),
});
export type Pinned = z.infer<typeof pinnedSchema>;
