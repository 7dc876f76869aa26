import type { ModelCard } from '../../../../electron/contract/model.ts';

/** Models with one curve: those that one run left, or one alone whose run nobody knows. */
export interface OneCurve {
  /** the first says how the curve looks */
  readonly models: readonly [ModelCard, ...ModelCard[]];
  /** place of the first among all */
  readonly index: number;
}

/** The models by their curves, in order: what one run left learnt along the same one. */
export function byCurve(models: readonly ModelCard[]): OneCurve[] {
  const curves = new Map<string, { models: [ModelCard, ...ModelCard[]]; index: number }>();
  models.forEach((model, index) => {
    const key = model.run === undefined ? `model ${model.id}` : `run ${model.run}`;
    const found = curves.get(key);
    if (found) found.models.push(model);
    else curves.set(key, { models: [model], index });
  });
  return [...curves.values()];
}
