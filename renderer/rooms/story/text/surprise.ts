import type { Language } from '../../../../electron/contract/languages.ts';
import { formatPercent } from '../../../lib/format.ts';

/** How little a symbol was expected, from 0 (bare paper) to 4. */
export type SurpriseStep = 0 | 1 | 2 | 3 | 4;

/** Probabilities from which on a symbol counts as that little surprising. */
const THRESHOLDS = [0.5, 0.2, 0.08, 0.02] as const;

/** @param probability of the symbol by the model itself, 0 to 1 */
export function surpriseStep(probability: number): SurpriseStep {
  const step = THRESHOLDS.findIndex((threshold) => probability >= threshold);
  return (step < 0 ? THRESHOLDS.length : step) as SurpriseStep;
}

/** A probability with as many digits as tell something: 38 %, 4.2 %, <0.1 %. */
export function formatChance(language: Language, probability: number): string {
  if (probability > 0 && probability < 0.0005) return `<${formatPercent(language, 0.001, 1)}`;
  return formatPercent(language, probability, probability < 0.0995 && probability > 0 ? 1 : 0);
}
