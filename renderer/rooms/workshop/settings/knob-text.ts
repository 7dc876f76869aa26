import {
  hyperparameter,
  type HyperparameterName,
  type Hyperparameters,
} from '../../../../electron/contract/hyperparameters.ts';
import { optimizerNames } from '../../../../electron/advice/setting-words.ts';
import { applies } from '../../../../electron/contract/hyperparameter-use.ts';
import { writeNumber } from '../../../../electron/messages/write-number.ts';
import { count, say, t } from '../../../state/language.svelte.ts';
import { scaleOf, shownNumber, type Group } from './knobs.ts';

/** One of a knob's choices in words. */
export const choiceText = (choice: string): string =>
  optimizerNames[choice as keyof typeof optimizerNames] ?? say({ message: `choices.${choice}`, values: {} });

/** 20,000 but 0.0005: large numbers are grouped, small ones keep their digits. */
export const numberText = (value: number): string =>
  Math.abs(value) >= 1000 && Number.isInteger(value) ? count(value) : writeNumber(value);

/** A knob's value in words, without its unit. */
export function valueText(name: HyperparameterName, value: Hyperparameters[HyperparameterName]): string {
  if (typeof value === 'boolean') return value ? t('common.on') : t('common.off');
  if (typeof value === 'string') return choiceText(value);
  if (name === 'vocabularyLimit' && value === 0) return t('workshop.all');
  const scale = scaleOf(name);
  return numberText(scale ? shownNumber(value, scale) : value);
}

/** What stands behind a knob's number. */
export function unitText(name: HyperparameterName): string {
  if (scaleOf(name)?.perCent) return '%';
  const { unit } = hyperparameter(name);
  return unit === undefined ? '' : t(`units.${unit}`);
}

/** What a knob is as long as nobody changes it, and where that comes from. */
export interface Origin {
  readonly from: 'default' | 'proposed' | 'preset';
  readonly value: Hyperparameters[HyperparameterName];
}
const ALONE = {
  default: 'workshop.default',
  proposed: 'workshop.valueProposed',
  preset: 'workshop.valueOfPreset',
} as const;
const IN_RANGE = {
  default: 'workshop.rangeDefault',
  proposed: 'workshop.rangeProposed',
  preset: 'workshop.rangeOfPreset',
} as const;

/** Range and origin of a knob in words; nothing but the origin where it is no number. */
export function rangeText(name: HyperparameterName, { from, value: original }: Origin): string {
  const value = valueText(name, original);
  const scale = scaleOf(name);
  if (!scale) return t(ALONE[from], { value });
  const [minimum, maximum] = [numberText(scale.minimum), numberText(scale.maximum)];
  return t(IN_RANGE[from], { minimum, maximum, value });
}

/** The knobs that a closed group names. */
const TELLING: Record<Group, readonly HyperparameterName[]> = {
  text: ['tokenizer', 'vocabularyLimit'],
  network: ['layers', 'units', 'dropout'],
  context: ['context', 'windowLength', 'sequenceLength'],
  optimizer: ['optimizer', 'learningRate'],
  schedule: ['steps', 'validationFraction'],
};

/** A closed group in a few words. */
export function groupSummary(group: Group, h: Hyperparameters): string {
  if (group === 'network') return shapeText(h);
  const told = TELLING[group].filter((name) => applies(name, h) && h[name] !== 0);
  const word = (name: HyperparameterName) => {
    const value = valueText(name, h[name]);
    if (name === 'steps') return t('common.steps', { count: h.steps });
    if (name === 'vocabularyLimit') return t('counts.symbols', { count: h.vocabularyLimit });
    return name === 'validationFraction' ? t('workshop.heldOut', { share: value }) : value;
  };
  return told.map(word).join(t('workshop.comma'));
}

/** Layers and units: 2×400. */
export const shapeText = ({ layers, units }: Pick<Hyperparameters, 'layers' | 'units'>): string =>
  `${layers}×${numberText(units)}`;
