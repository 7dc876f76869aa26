import { HYPERPARAMETERS, type Hyperparameter } from '../../contract/hyperparameter-table.ts';
import {
  flagName,
  hyperparameterNames,
  parseHyperparameter,
  rangeOf,
  type HyperparameterName,
  type Hyperparameters,
} from '../../contract/hyperparameters.ts';
import { message, type Message } from '../../contract/message.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import type { Flag } from './flag.ts';

const PLACEHOLDERS = { integer: 'count', number: 'number', choice: 'name' } as const;

function range(name: HyperparameterName): Message {
  const declaration: Hyperparameter = HYPERPARAMETERS[name];
  if (declaration.kind === 'boolean') return terminalMessage('values.orNo', { flag: flagName(name) });
  if (declaration.unit === undefined) return rangeOf(name);
  return terminalMessage('values.withUnit', { range: rangeOf(name), unit: message(`units.${declaration.unit}`) });
}

function flag(name: HyperparameterName): Flag<unknown> {
  const { kind, group, default: usual }: Hyperparameter = HYPERPARAMETERS[name];
  const common = {
    name: flagName(name),
    help: terminalMessage('values.rangedDefault', {
      help: message(`hyperparameterHelp.${name}`),
      range: range(name),
      usual: String(usual),
    }),
    group,
    parse: (raw: string) => parseHyperparameter(name, raw),
  };
  return kind === 'boolean' ? { ...common, kind } : { ...common, kind: 'value', placeholder: PLACEHOLDERS[kind] };
}

/** One flag for each knob of the table, in its order. */
export const hyperparameterFlags: readonly Flag<unknown>[] = hyperparameterNames.map(flag);

/** The knobs that a command line gave; all others are left out. */
export function givenHyperparameters(options: Record<string, unknown>): Partial<Hyperparameters> {
  return Object.fromEntries(
    hyperparameterNames.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]),
  );
}
