import * as z from 'zod';
import { LONGEST, listOf } from './limits.ts';

/**
 * What can be done to a text before it is learnt, in the order in which it is done: what a step leaves is what the next
 * one sees. A name is also a word of the command line.
 */
export const stepNames = [
  'mojibake',
  'signs',
  'compatibility',
  'authornotes',
  'frame',
  'entities',
  'wikiextractor',
  'usfm',
  'twee',
  'chordpro',
  'asciidoc',
  'rst',
  'dokuwiki',
  'wiki',
  'bbcode',
  'latex',
  'org',
  'fountain',
  'jira',
  'textile',
  'troff',
  'mail',
  'clippings',
  'stamps',
  'cues',
  'sounds',
  'pagemarks',
  'illustrations',
  'footnotes',
  'ruby',
  'emphasis',
  'pages',
  'contents',
  'dropcaps',
  'divided',
  'screenplay',
  'wrapped',
  'markdown',
  'links',
  'quotes',
  'blanks',
  'repeats',
] as const;
export const stepNameSchema = z.enum(stepNames);
export type StepName = z.infer<typeof stepNameSchema>;

/** Most examples of a finding, and how long each side of one may be, UTF-16 units. */
export const EXAMPLES = 3;
export const LONGEST_EXAMPLE = 200;
/** Most lines, words or numbers that a plan lists, and how long a line among them may be, UTF-16 units. */
export const PLAN_ENTRIES = 4_000;

/** UTF-16 units of a text that are looked at as a whole; of what comes behind, a part, and figures tell about how much. */
export const EXAMINED_WHOLE = 1 << 22;

const planSchema = z.record(
  z.string().max(LONGEST.word),
  z.union([
    z.boolean(),
    z.number(),
    z.string().max(LONGEST.name),
    listOf(z.union([z.string().max(LONGEST.name), z.number()]), PLAN_ENTRIES),
  ]),
);
/** What the second pass over the same text must know of the first: plain JSON, read by its own step alone. */
export type Plan = z.infer<typeof planSchema>;

const exampleSchema = z.strictObject({
  before: z.string().max(LONGEST_EXAMPLE),
  after: z.string().max(LONGEST_EXAMPLE),
});
export type Example = z.infer<typeof exampleSchema>;

/** What a step would do to a text. */
export const findingSchema = z.strictObject({
  step: stepNameSchema,
  /** proposed; what is not sure is only named */
  sure: z.boolean(),
  places: z.int().min(0),
  /** UTF-16 units that are left out or stand for others afterwards */
  characters: z.int().min(0),
  /** 0 to 1: of all characters; for `wrapped` and `divided` of all line ends, for `repeats` of all lines */
  share: z.number().min(0).max(1),
  examples: z.array(exampleSchema).max(EXAMPLES),
  /** figures and names that the finding's sentence is filled with */
  facts: z.record(z.string().max(LONGEST.word), z.union([z.number(), z.string().max(LONGEST.name)])).optional(),
  plan: planSchema.optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** Ways of a step that people choose between. */
export const stepOptionsSchema = z.strictObject({
  /** `stamps`: false leaves out who speaks, too */
  names: z.boolean().optional(),
  /** `quotes`: which kind all become; without it, straight ones */
  quotes: z.enum(['straight', 'curly']).optional(),
});
export type StepOptions = z.infer<typeof stepOptionsSchema>;

/** A step that is to be done, with what its finding planned. */
export const chosenStepSchema = z.strictObject({
  step: stepNameSchema,
  plan: planSchema.optional(),
  options: stepOptionsSchema.optional(),
});
export type ChosenStep = z.infer<typeof chosenStepSchema>;

/** What a step really did. */
export const stepFiguresSchema = findingSchema.pick({ step: true, places: true, characters: true });
export type StepFigures = z.infer<typeof stepFiguresSchema>;

/** What is to be done to a text: what is proposed for it, where nothing else is asked for. */
export const preparationSchema = z.strictObject({
  /** false: nothing that is not asked for by its name */
  proposed: z.boolean().optional(),
  /** steps that are done, or not, whatever is proposed */
  steps: z.partialRecord(stepNameSchema, z.boolean()).optional(),
  options: z.partialRecord(stepNameSchema, stepOptionsSchema).optional(),
});
export type Preparation = z.infer<typeof preparationSchema>;

/** corpus.json: what was found in a text, and whether it was done; without its plan, which a look at the same text finds again. */
export const preparedStepSchema = findingSchema.omit({ plan: true }).extend({
  done: z.boolean(),
  options: stepOptionsSchema.optional(),
});
export type PreparedStep = z.infer<typeof preparedStepSchema>;
