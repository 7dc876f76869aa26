import { SETTLED_BY_BASE } from './base.ts';
import type { ModelCard } from './model.ts';
import type { HyperparameterName, Hyperparameters } from './hyperparameters.ts';

/** Knobs that say something only together with another one. */
const NEEDS: Partial<Record<HyperparameterName, (h: Hyperparameters) => boolean>> = {
  embeddingSize: (h) => h.input === 'embedding',
  windowLength: (h) => h.context === 'window',
  order: (h) => h.context === 'window',
  stride: (h) => h.context === 'window',
  sequenceLength: (h) => h.context === 'sequence',
  stateReset: (h) => h.context === 'sequence',
  momentum: (h) => h.optimizer === 'sgd' || h.optimizer === 'rmsprop',
  weightDecay: (h) => h.optimizer === 'sgd' || h.optimizer === 'adamw',
  validationFraction: (h) => h.validationFile === 0,
  validationFile: (h) => h.validationFile > 0,
};

/** Knobs that say what a network is and how it reads. */
const OF_THE_NETWORK: readonly HyperparameterName[] = [...SETTLED_BY_BASE, 'context', 'windowLength'];

/** Whether the card of a model tells a knob: of one out of another program's file nobody knows how it was trained. */
export const isTold = (name: HyperparameterName, { origin }: Pick<ModelCard, 'origin'>): boolean =>
  origin === undefined || OF_THE_NETWORK.includes(name);

/** Whether a knob changes anything as the others stand. */
export function applies(name: HyperparameterName, h: Hyperparameters): boolean {
  return NEEDS[name]?.(h) ?? true;
}
