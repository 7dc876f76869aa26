import type { HyperparameterName, Hyperparameters } from '../../../../electron/contract/hyperparameters.ts';
import { percentSign } from '../../../lib/format.ts';
import { language } from '../../../state/language.svelte.ts';
import { unitText, valueText } from '../../workshop/settings/knob-text.ts';

/** A knob's value as the Workshop writes it, with the sign of a share. */
export function knobValue(name: HyperparameterName, value: Hyperparameters[HyperparameterName]): string {
  return valueText(name, value) + (unitText(name) === '%' ? percentSign(language.current) : '');
}
