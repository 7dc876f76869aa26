import * as z from 'zod';
import { baseSchema } from './base.ts';
import { dateSchema, idSchema, measureSchema, nameSchema, sha256Schema } from './common.ts';
import { cutSchema, tokenizerNameSchema } from './corpus.ts';
import { versionOf } from './file-formats.ts';
import { foreignFormatNames, vocabularyForms } from './foreign-formats.ts';
import { hyperparametersSchema } from './hyperparameters.ts';
import { cutLanguage } from './cut-language.ts';
import {
  fewTexts,
  listOf,
  LONGEST,
  MOST_LETTER_COUNTS,
  MOST_SOURCES,
  MOST_SYMBOLS,
  MOST_TAGS,
  shownText,
} from './limits.ts';

const countSchema = z
  .int()
  .min(0)
  .max(2 ** 32 - 1);

/** How the symbols are spelt that a vocabulary lacks: by it they cost what their letters cost. */
export const lettersSchema = z.strictObject({
  /** each of their characters once, the most frequent first */
  characters: z.string().max(2 * MOST_LETTER_COUNTS),
  /**
   * how often a symbol ended, then how often each of the characters was seen; or a row of such counts for what came first,
   * then one for what came behind each of the characters
   */
  counts: listOf(countSchema, MOST_LETTER_COUNTS),
});
export type Letters = z.infer<typeof lettersSchema>;

/** vocabulary.json: how text becomes ids and back. */
export const vocabularyFileSchema = z.strictObject({
  version: z.literal(versionOf('vocabulary')),
  tokenizer: tokenizerNameSchema,
  lowercase: z.boolean(),
  /** whose rules its small letters follow, where those are not the rules of all */
  language: z
    .string()
    .max(LONGEST.word)
    .transform((language) => cutLanguage(language))
    .optional(),
  /** by which the text was cut */
  cut: cutSchema,
  /** by id, that is by falling frequency */
  symbols: listOf(z.string().max(LONGEST.text), MOST_SYMBOLS),
  counts: listOf(countSchema, MOST_SYMBOLS),
  /** id of `<unk>`, where there is one */
  unknownId: z.int().optional(),
  /** of the symbols that are `<unk>`; versions 1 and 2 had none */
  letters: lettersSchema.optional(),
  /** ICU that cut the words */
  icu: z.string().max(LONGEST.word),
});
export type VocabularyFile = z.infer<typeof vocabularyFileSchema>;

/** card.json: where a model comes from and how good it is. */
export const modelCardSchema = z.strictObject({
  version: z.literal(versionOf('card')),
  id: idSchema,
  name: nameSchema,
  run: idSchema.optional(),
  corpus: z
    .strictObject({
      id: idSchema.optional(),
      name: z.string().max(LONGEST.name),
      sha256: sha256Schema,
      symbols: z.int(),
      language: z.string().max(LONGEST.word),
      /** names of the files that it is made of, where it is of several */
      sources: listOf(z.string().max(LONGEST.name), MOST_SOURCES).optional(),
    })
    .optional(),
  /** of a model that learnt on from another */
  base: baseSchema.optional(),
  /** of a model out of another program's file, which says nothing of how it was trained: no corpus, steps, seconds or engine */
  origin: z
    .strictObject({
      format: z.enum(foreignFormatNames),
      file: shownText(LONGEST.name),
      /** file that its vocabulary was read out of, and how */
      vocabulary: shownText(LONGEST.name),
      form: z.enum(vocabularyForms),
    })
    .optional(),
  /** of a model from elsewhere only what its network is like was told; the rest are defaults */
  hyperparameters: hyperparametersSchema,
  vocabularySize: z.int().min(1).max(MOST_SYMBOLS),
  parameters: z.int().min(0),
  step: z.int().optional(),
  seconds: z.number().optional(),
  /** over the training text, and over the validation text where some was kept aside */
  metrics: z.strictObject({
    /** predictions of the training text that were measured, where it has more: they are evenly spread over it */
    sampled: z.int().min(1).optional(),
    loss: measureSchema,
    accuracy: measureSchema,
    perplexity: measureSchema,
    bitsPerCharacter: measureSchema.optional(),
    validationLoss: measureSchema.optional(),
    validationPerplexity: measureSchema.optional(),
    validationBitsPerCharacter: measureSchema.optional(),
  }),
  /** a beginning that the text itself holds, to try the model with */
  prompt: shownText(LONGEST.prompt),
  engine: shownText(LONGEST.sentence).optional(),
  versions: fewTexts(z.string().max(LONGEST.word)),
  createdAt: dateSchema,
  /** what its owner remarked on it; of a model from elsewhere as much as may be remarked here */
  note: shownText(LONGEST.note).optional(),
  tags: z
    .array(shownText(LONGEST.tag))
    .transform((tags) => tags.slice(0, MOST_TAGS))
    .optional(),
  /** sha256 of the files beside the card */
  files: fewTexts(sha256Schema),
});
export type ModelCard = z.infer<typeof modelCardSchema>;

/** A card that tells how the model was learnt, as those do that an Aesop trained. */
export type LearntCard = ModelCard & Required<Pick<ModelCard, 'corpus' | 'step' | 'seconds' | 'engine'>>;

export const isLearnt = (card: ModelCard): card is LearntCard =>
  [card.corpus, card.step, card.seconds, card.engine].every((told) => told !== undefined);

/** What two models are the same by: their weights, and the symbols that these are of. */
const SAME_BY = ['weights.bin', 'vocabulary.json'] as const;

/** Another of the models that is the same, whatever both are called and wherever they come from. */
export const sameModel = <M extends Pick<ModelCard, 'id' | 'files'>>(
  { id, files }: Pick<ModelCard, 'id' | 'files'>,
  models: readonly M[],
): M | undefined =>
  models.find((other) => other.id !== id && SAME_BY.every((file) => files[file] && files[file] === other.files[file]));

/** What a person remarks on a model; tags are told from one another whatever their case. */
export const remarksSchema = z.strictObject({
  note: z.string().trim().max(LONGEST.note),
  tags: z
    .array(z.string().trim().min(1).max(LONGEST.tag))
    .max(MOST_TAGS)
    .refine((tags) => new Set(tags.map((tag) => tag.toLowerCase())).size === tags.length, {
      error: 'a tag stands twice',
    }),
});
export type Remarks = z.infer<typeof remarksSchema>;
