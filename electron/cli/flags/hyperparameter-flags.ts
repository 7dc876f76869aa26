import type { Corpus } from '../../contract/corpus.ts';
import { AesopError } from '../../contract/errors.ts';
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
  if (name === 'validationFile') return terminalMessage('values.nameOrNumber');
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

/** A file is named as it is called: its number is looked up in the text, once that is read. */
const validationFileFlag: Flag<unknown> = {
  ...flag('validationFile'),
  ...{ kind: 'value', placeholder: 'name', parse: (raw: string) => raw },
};

/** One flag for each knob of the table, in its order. */
export const hyperparameterFlags: readonly Flag<unknown>[] = hyperparameterNames.map((name) =>
  name === 'validationFile' ? validationFileFlag : flag(name),
);

/**
 * The number of the source that a command line wants kept aside, by its name or its number; a share of each where it
 * asks for none.
 * @throws AesopError `source-unknown`
 */
export function sourceAside({ sources = [] }: Corpus, asked: unknown): Partial<Hyperparameters> {
  if (typeof asked !== 'string') return {};
  const byName = sources.findIndex(({ name }) => name.normalize() === asked.normalize());
  const number = byName >= 0 ? byName + 1 : /^\d{1,4}$/.test(asked) ? Number(asked) : -1;
  if (number >= 0 && number <= sources.length) return { validationFile: number };
  throw new AesopError('source-unknown', { source: asked, known: Math.max(1, sources.length) });
}

/** The knobs that a command line gave, but for `sourceAside`; all others are left out. */
export function givenHyperparameters(options: Record<string, unknown>): Partial<Hyperparameters> {
  return Object.fromEntries(
    hyperparameterNames
      .filter((name) => name !== 'validationFile' && options[name] !== undefined)
      .map((name) => [name, options[name]]),
  );
}
