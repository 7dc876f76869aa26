import * as z from 'zod';
import { fileTokenSchema, idSchema, nameSchema, nothingSchema } from '../common.ts';
import { exportFormatSchema } from '../export-formats.ts';
import { idScales } from '../foreign-formats.ts';
import { languages } from '../languages.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import { modelCardSchema, remarksSchema } from '../model.ts';
import { precisionSchema } from '../precision.ts';
import { LARGEST_MAP, neighboursSchema, wordMapSchema } from '../word-vectors.ts';
import { byId, job, rename, request } from './request.ts';

/** What is asked about models. */
export const modelsRequests = {
  'models.rename': request(rename, modelCardSchema),
  /** its note and tags, in place of those before */
  'models.remark': request(z.strictObject({ id: idSchema, ...remarksSchema.shape }), modelCardSchema),
  'models.delete': request(byId, nothingSchema),
  'models.restore': request(byId, modelCardSchema),
  /**
   * a model of ours, or another program's, with `vocabulary` where it came without, `idScale` where its file does not say it: see
   * `vocabulary-wanted`, `id-scale-wanted`
   */
  'models.import': request(
    z.strictObject({
      file: fileTokenSchema,
      /** files that came together with it, where they are not in one folder or archive */
      beside: z.array(fileTokenSchema).max(IMPORT_LIMITS.files).optional(),
      vocabulary: fileTokenSchema.optional(),
      idScale: z.enum(idScales).optional(),
      /** in place of what it is called */
      name: nameSchema.optional(),
    }),
    modelCardSchema,
  ),
  /**
   * into the granted place, or, without one, into a file that the host can hand over, with a README in `language`; the job's
   * result is a `MadeFile`
   */
  'models.export': request(
    z.strictObject({
      id: idSchema,
      format: exportFormatSchema,
      target: fileTokenSchema.optional(),
      /** of weights, where the format offers a choice */
      precision: precisionSchema.optional(),
      language: z.enum(languages).default('en'),
    }),
    job,
  ),
  /** its most frequent symbols on a plane: near means used alike */
  'models.map': request(z.strictObject({ id: idSchema, symbols: z.int().min(2).max(LARGEST_MAP) }), wordMapSchema),
  /** the symbols that it uses most like a word */
  'models.neighbours': request(
    z.strictObject({ id: idSchema, word: z.string().min(1).max(200), limit: z.int().min(1).max(100) }),
    neighboursSchema,
  ),
} as const;
