import type { HyperparameterName } from '../../../../electron/contract/hyperparameters.ts';
import type { ModelCard } from '../../../../electron/contract/model.ts';
import { percentSign } from '../../../lib/format.ts';
import { language } from '../../../state/language.svelte.ts';
import { unitText, valueText } from '../../workshop/settings/knob-text.ts';

/** A model's value of a knob as the Workshop writes it, with the sign of a share, a file by its name. */
export function knobValue(name: HyperparameterName, { hyperparameters, corpus }: ModelCard): string {
  const value = hyperparameters[name];
  const file = name === 'validationFile' ? corpus.sources?.[hyperparameters.validationFile - 1] : undefined;
  if (file !== undefined) return file;
  return valueText(name, value) + (unitText(name) === '%' ? percentSign(language.current) : '');
}
