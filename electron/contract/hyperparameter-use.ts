import type { HyperparameterName, Hyperparameters } from './hyperparameters.ts';

/** Knobs that say something only together with another one. */
const NEEDS: Partial<Record<HyperparameterName, (h: Hyperparameters) => boolean>> = {
  embeddingSize: (h) => h.input === 'embedding',
  windowLength: (h) => h.context === 'window',
  order: (h) => h.context === 'window',
  stride: (h) => h.context === 'window',
  sequenceLength: (h) => h.context === 'sequence',
  momentum: (h) => h.optimizer === 'sgd' || h.optimizer === 'rmsprop',
  weightDecay: (h) => h.optimizer === 'sgd' || h.optimizer === 'adamw',
  validationFraction: (h) => h.validationFile === 0,
  validationFile: (h) => h.validationFile > 0,
};

/** Whether a knob changes anything as the others stand. */
export function applies(name: HyperparameterName, h: Hyperparameters): boolean {
  return NEEDS[name]?.(h) ?? true;
}
