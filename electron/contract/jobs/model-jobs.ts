import * as z from 'zod';
import { MOST_LEARNT } from '../base.ts';
import { idSchema, measureSchema, nameSchema } from '../common.ts';
import { doubtSchema, readingSchema } from '../corpus.ts';
import { documentFoundSchema } from '../document.ts';
import { exportFormatSchema } from '../export-formats.ts';
import { idScales } from '../foreign-formats.ts';
import { languages } from '../languages.ts';
import { modelCardSchema } from '../model.ts';
import { precisionSchema } from '../precision.ts';
import { preparedStepSchema } from '../preparation.ts';
import { copiedSchema, promptSymbolSchema, samplingSchema, toldStorySchema } from '../story.ts';
import { neighboursSchema, wordMapSchema } from '../word-vectors.ts';
import { borders, namedFile, path } from './parts.ts';

/** Jobs over models, and the stories that they tell. */
export const modelJobs = {
  /** tell a story; symbols stream as reports */
  tell: {
    input: z.strictObject({
      model: path,
      prompt: z.string(),
      /** symbols told already, which the story goes on behind; `sampling.length` counts them too */
      continuation: z.array(z.string()).optional(),
      sampling: samplingSchema,
    }),
    result: toldStorySchema,
  },
  /** how the model sees a prompt */
  prompt: {
    input: z.strictObject({ model: path, text: z.string() }),
    result: z.strictObject({ symbols: z.array(promptSymbolSchema) }),
  },
  /** which stretches of a story stand in the texts it learnt from; of two that have it, in the first */
  copied: {
    input: z.strictObject({
      model: path,
      texts: z
        .array(z.strictObject({ id: idSchema, path, borders }))
        .min(1)
        .max(MOST_LEARNT),
      symbols: z.array(z.string()),
      minimum: z.int(),
    }),
    result: copiedSchema.pick({ spans: true, share: true }),
  },
  /** the most frequent symbols of a model on a plane */
  wordMap: {
    input: z.strictObject({ model: path, symbols: z.int() }),
    result: wordMapSchema,
  },
  /** the symbols that a model uses most like a word */
  neighbours: {
    input: z.strictObject({ model: path, word: z.string(), limit: z.int() }),
    result: neighboursSchema,
  },
  /** loss, perplexity, bits per character and accuracy of a model on a text */
  evaluate: {
    input: z.strictObject({ model: path, path, name: z.string(), ...readingSchema.shape }),
    result: z.strictObject({
      encoding: z.string(),
      /** what the file is */
      document: documentFoundSchema,
      doubt: doubtSchema.optional(),
      /** what was found in the text, and whether it was done */
      preparation: z.array(preparedStepSchema),
      symbols: z.int(),
      predictions: z.int(),
      unknown: z.int(),
      loss: z.number(),
      accuracy: z.number(),
      perplexity: z.number(),
      /** what was predicted is written as so many */
      characters: z.int(),
      /** null where the text holds symbols that the model can neither predict nor spell */
      bitsPerCharacter: measureSchema,
      /** what the vocabulary lacks to tell what such symbols cost: its `<unk>`, or how they are spelt */
      bitsMissing: z.enum(['unknown', 'letters']).optional(),
    }),
  },
  /** write a model in another format, as a folder or as one file, by what the target ends in */
  export: {
    input: z.strictObject({
      workspace: path,
      model: path,
      format: exportFormatSchema,
      target: path,
      /** whether what is there may be replaced */
      replace: z.boolean(),
      /** of weights, where the format offers a choice */
      precision: precisionSchema.optional(),
      /** of its README */
      language: z.enum(languages),
    }),
    result: z.strictObject({ target: path, bytes: z.int() }),
  },
  /** make a model folder in `folder`, which is empty, out of another program's file, folder or archive */
  convert: {
    input: z.strictObject({
      path,
      name: z.string(),
      folder: path,
      id: idSchema,
      /** what people will call it, where it does not say so itself */
      called: nameSchema.optional(),
      /** files that came together with it */
      beside: z.array(namedFile).readonly().optional(),
      /** where its vocabulary is not among its files */
      vocabulary: namedFile.optional(),
      /** what it reads for the number of a symbol, where its file does not say it */
      idScale: z.enum(idScales).optional(),
    }),
    result: modelCardSchema,
  },
  /** check a model folder whole: files, hashes, versions, weights, and tell its card */
  verify: {
    input: z.strictObject({ model: path }),
    result: modelCardSchema,
  },
} as const;
