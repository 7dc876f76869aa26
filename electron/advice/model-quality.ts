import type { ModelCard } from '../contract/model.ts';

/** The figures by which models are told apart: on the text kept aside where there is one. */
export interface Quality {
  readonly loss: number | null;
  readonly perplexity: number | null;
  /** null where nobody counted them: earlier models, unknown symbols without letters */
  readonly bitsPerCharacter: number | null;
  readonly accuracy: number | null;
  readonly heldOut: boolean;
}

/** Loss, perplexity, bits per character and accuracy of a model, measured on validation text where some was kept aside. */
export function quality({ metrics }: ModelCard): Quality {
  const heldOut = metrics.validationLoss != null;
  return {
    loss: metrics.validationLoss ?? metrics.loss,
    perplexity: metrics.validationPerplexity ?? metrics.perplexity,
    bitsPerCharacter: (heldOut ? metrics.validationBitsPerCharacter : metrics.bitsPerCharacter) ?? null,
    accuracy: metrics.accuracy,
    heldOut,
  };
}
