import type { HyperparameterName, Hyperparameters } from '../../../../electron/contract/hyperparameters.ts';
import { language } from '../../../state/language.svelte.ts';
import { unitText, valueText } from '../../workshop/settings/knob-text.ts';

/** A knob's value as the Workshop writes it, with the sign of a share. */
export function knobValue(name: HyperparameterName, value: Hyperparameters[HyperparameterName]): string {
  const share = unitText(name, language.current) === '%';
  return `${valueText(name, value)}${share ? (language.current === 'zh' ? '%' : '\u202f%') : ''}`;
}
