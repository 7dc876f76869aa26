import {
  hyperparameter,
  hyperparameterNames,
  type HyperparameterName,
  type Hyperparameters,
} from '../../../../electron/contract/hyperparameters.ts';
import { shares } from '../../../../electron/advice/setting-words.ts';
import type { Hyperparameter } from '../../../../electron/contract/hyperparameter-table.ts';
import { applies } from '../../../../electron/contract/hyperparameter-use.ts';

export const groups = ['text', 'network', 'context', 'optimizer', 'schedule'] as const;
export type Group = (typeof groups)[number];

/** Knobs of a group in the contract's order. */
export function knobsOf(group: Group): HyperparameterName[] {
  return hyperparameterNames.filter((name) => hyperparameter(name).group === group);
}

/** Knobs of a group that are set for a text: of one that is made of several files, which of them is kept aside, too. */
export function knobsFor(group: Group, h: Hyperparameters, files: number): HyperparameterName[] {
  return knobsOf(group).filter((name) => applies(name, h) || (name === 'validationFile' && files > 1));
}

/** How a number is shown and typed: what it is multiplied by, and how far an arrow key goes. */
export interface Scale {
  readonly factor: number;
  readonly perCent: boolean;
  /** left out, it follows the size of the value */
  readonly step?: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly integer: boolean;
}

/** The scale of a numeric knob. */
export function scaleOf(name: HyperparameterName): Scale | undefined {
  const declaration: Hyperparameter = hyperparameter(name);
  if (declaration.kind !== 'integer' && declaration.kind !== 'number') return undefined;
  const perCent = shares.includes(name);
  const factor = perCent ? 100 : 1;
  return {
    factor,
    perCent,
    step: perCent ? 5 : name === 'momentum' ? 0.05 : undefined,
    minimum: declaration.minimum * factor,
    maximum: declaration.maximum * factor,
    integer: declaration.kind === 'integer',
  };
}

/** A value of the contract as it is typed, without noise digits. */
export const shownNumber = (value: number, { factor }: Scale): number => Number((value * factor).toPrecision(12));
/** A typed value as the contract has it. */
export const meantNumber = (value: number, { factor }: Scale): number => Number((value / factor).toPrecision(12));
