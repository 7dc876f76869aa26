import { HYPERPARAMETERS, type Hyperparameter } from '../../contract/hyperparameter-table.ts';
import {
  flagName,
  hyperparameterNames,
  parseHyperparameter,
  rangeText,
  type HyperparameterName,
  type Hyperparameters,
} from '../../contract/hyperparameters.ts';
import type { Flag } from './flag.ts';

const GROUPS: Record<Hyperparameter['group'], string> = {
  text: 'Reading the text',
  network: 'The network',
  context: 'What it sees at once',
  optimizer: 'How it learns',
  schedule: 'How long it learns',
};
const PLACEHOLDERS: Record<Hyperparameter['kind'], string | undefined> = {
  integer: 'n',
  number: 'x',
  boolean: undefined,
  choice: 'name',
};

function help(name: HyperparameterName): string {
  const declaration: Hyperparameter = HYPERPARAMETERS[name];
  const unit = declaration.unit ? ` ${declaration.unit.en}` : '';
  const facts = declaration.kind === 'boolean' ? 'or --no-' + flagName(name) : rangeText(name) + unit;
  return `${declaration.help.en} (${facts}; default ${declaration.default})`;
}

/** One flag for each knob of the table, in its order. */
export const hyperparameterFlags: readonly Flag<unknown>[] = hyperparameterNames.map((name) => ({
  name: flagName(name),
  kind: HYPERPARAMETERS[name].kind === 'boolean' ? 'boolean' : 'value',
  placeholder: PLACEHOLDERS[HYPERPARAMETERS[name].kind],
  help: help(name),
  group: GROUPS[HYPERPARAMETERS[name].group],
  parse: (raw: string) => parseHyperparameter(name, raw),
}));

/** The knobs that a command line gave; all others are left out. */
export function givenHyperparameters(options: Record<string, unknown>): Partial<Hyperparameters> {
  return Object.fromEntries(
    hyperparameterNames.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]),
  );
}
