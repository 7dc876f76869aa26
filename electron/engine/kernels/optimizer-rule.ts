/** TF1's RMSProp: the mean square starts at 1 and epsilon stands inside the root. */
export const RMSPROP = { decay: 0.9, epsilon: 1e-10 } as const;
/** Kingma and Ba 2015; epsilon stands outside the root, before bias correction (their "epsilon hat"). */
export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/** How one step moves one variable; all numbers of the step are in it. */
export type OptimizerRule =
  | { readonly kind: 'rmsprop'; readonly learningRate: number; readonly momentum: number }
  /** `shrink` is learning rate times decoupled weight decay (AdamW); 0 for Adam */
  | { readonly kind: 'adam'; readonly learningRate: number; readonly step: number; readonly shrink: number }
  | {
      readonly kind: 'sgd';
      readonly learningRate: number;
      readonly momentum: number;
      /** L2 penalty's factor, added to the gradient */
      readonly decay: number;
    };

/** Slots a rule keeps beside each variable, with the number each starts from. */
export function slotNames(kind: OptimizerRule['kind'], momentum: number): { name: string; start: number }[] {
  if (kind === 'rmsprop')
    return [{ name: 'mean_square', start: 1 }, ...(momentum > 0 ? [{ name: 'momentum', start: 0 }] : [])];
  if (kind === 'adam')
    return [
      { name: 'm', start: 0 },
      { name: 'v', start: 0 },
    ];
  return momentum > 0 ? [{ name: 'momentum', start: 0 }] : [];
}

/** Adam's learning rate with both bias corrections in it. */
export function adamLearningRate(learningRate: number, step: number): number {
  return (learningRate * Math.sqrt(1 - ADAM.beta2 ** step)) / (1 - ADAM.beta1 ** step);
}
