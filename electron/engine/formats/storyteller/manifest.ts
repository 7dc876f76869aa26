import * as z from 'zod';
import { modelCardSchema, type ModelCard } from '../../../contract/model.ts';
import { precisionSchema, type Precision } from '../../../contract/precision.ts';
import { modelConfig } from '../../model/model-config.ts';
import { weightEntries } from './weight-bytes.ts';

/** What stands in a page beside its script, each as elements of base 64 that together are one gzip stream. */
export const sections = ['vocabulary', 'words', 'weights'] as const;
export type Section = (typeof sections)[number];

/** Where a template takes a model in. */
export const MODEL_PLACE = '<!--model-->';
/** The element that holds the manifest, and the attribute of those that hold a section. */
export const MANIFEST_ID = 'manifest';
export const SECTION_ATTRIBUTE = 'data-section';

const bytesSchema = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** What a page says of the model in it. */
export const manifestSchema = z.strictObject({
  card: modelCardSchema,
  precision: precisionSchema,
  /** of each section, before it was compressed; words only where the model cuts by them */
  bytes: z.strictObject({ vocabulary: bytesSchema, words: bytesSchema.optional(), weights: bytesSchema }),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Bytes of all weights, as `precision` has them. */
export function weightsBytes(
  card: Pick<ModelCard, 'hyperparameters' | 'vocabularySize'>,
  precision: Precision,
): number {
  const entries = weightEntries(modelConfig(card.hyperparameters, card.vocabularySize), precision);
  return entries.reduce((sum, { bytes }) => sum + bytes, 0);
}
