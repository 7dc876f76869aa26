import type { ModelCard } from '../contract/model.ts';

/** How little a symbol was expected, from 0 (bare paper) to 4. */
export type SurpriseStep = 0 | 1 | 2 | 3 | 4;

/** Probabilities from which on a symbol counts as that little surprising. */
const THRESHOLDS = [0.5, 0.2, 0.08, 0.02] as const;

/**
 * How much more surprise it takes before a symbol is shaded, for a model that is surprised often: a young one, or one of a
 * rich text, would else be all amber, and its colour say nothing.
 * @returns 1 or more, by which surprise (-ln p) is divided: the model's loss on text it has not learnt, or else on its own, nats
 */
export const surpriseScale = (model: Pick<ModelCard, 'metrics'> | undefined): number =>
  Math.max(1, model?.metrics.validationLoss ?? model?.metrics.loss ?? 1);

/** The probability from which on a symbol is on bare paper. */
export const bareFrom = (scale: number): number => THRESHOLDS[0] ** scale;

/**
 * @param probability of the symbol by the model itself, 0 to 1
 * @param scale of the model, as `surpriseScale` says
 */
export function surpriseStep(probability: number, scale: number): SurpriseStep {
  const step = THRESHOLDS.findIndex((threshold) => probability >= threshold ** scale);
  return (step < 0 ? THRESHOLDS.length : step) as SurpriseStep;
}
