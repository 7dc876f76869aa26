import {
  hyperparameter,
  hyperparameterNames,
  partialHyperparametersSchema,
  type HyperparameterName,
  type Hyperparameters,
} from '../../electron/contract/hyperparameters.ts';
import { placeHref } from '../lib/place.ts';

/** Address of the settings for a new training of a text, some of them set. */
export const draftHref = (corpus: string, set: Partial<Hyperparameters> = {}): string =>
  placeHref('workshop', undefined, {
    corpus,
    ...Object.fromEntries(Object.entries(set).map(([name, value]) => [name, String(value)])),
  });

const asTyped = (name: HyperparameterName, text: string): unknown =>
  ({ number: Number(text), boolean: text === 'true', string: text })[
    typeof hyperparameter(name).default as 'number' | 'boolean' | 'string'
  ];

/** The settings in an address; those that make no sense are left out. */
export function settingsIn(values: Readonly<Record<string, string>>): Partial<Hyperparameters> {
  const given = hyperparameterNames.flatMap((name) => {
    if (!Object.hasOwn(values, name)) return [];
    const parsed = partialHyperparametersSchema.safeParse({ [name]: asTyped(name, values[name]) });
    return parsed.success ? Object.entries(parsed.data) : [];
  });
  return Object.fromEntries(given);
}
