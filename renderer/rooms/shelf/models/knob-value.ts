import type { HyperparameterName } from '../../../../electron/contract/hyperparameters.ts';
import { applies, isTold } from '../../../../electron/contract/hyperparameter-use.ts';
import type { ModelCard } from '../../../../electron/contract/model.ts';
import { percentSign } from '../../../lib/format.ts';
import { count, language, t } from '../../../state/language.svelte.ts';
import { unitText, valueText } from '../../workshop/settings/knob-text.ts';

/** Steps that a model has learnt from: 417 of 1,300 where it was to learn from more. */
export function stepsText({ step, hyperparameters: { steps } }: Pick<ModelCard, 'step' | 'hyperparameters'>): string {
  if (step === undefined) return '–';
  return step < steps ? t('shelf.stepsOf', { step: count(step), steps: count(steps) }) : count(step);
}

/** A model's value of a knob as the Workshop writes it, with the sign of a share, a file by its name, the steps done; a dash where it changes nothing or nobody knows it. */
export function knobValue(name: HyperparameterName, model: ModelCard): string {
  const { hyperparameters, corpus } = model;
  const value = hyperparameters[name];
  if (!isTold(name, model)) return '–';
  if (name === 'steps') return stepsText(model);
  if (!applies(name, hyperparameters)) return '–';
  const file = name === 'validationFile' ? corpus?.sources?.[hyperparameters.validationFile - 1] : undefined;
  if (file !== undefined) return file;
  return valueText(name, value) + (unitText(name) === '%' ? percentSign(language.current) : '');
}
