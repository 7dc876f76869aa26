import { hyperparameterNames, type HyperparameterName } from '../../../../electron/contract/hyperparameters.ts';
import type { ModelCard } from '../../../../electron/contract/model.ts';
import { quality } from '../../../../electron/advice/model-quality.ts';
import { applies, isTold } from '../../../../electron/contract/hyperparameter-use.ts';

/** `2×512` */
export const shape = ({ hyperparameters: { layers, units } }: ModelCard) => `${layers}×${units}`;

/** Bytes of the weights on disk, four to each. */
export const weightBytes = ({ parameters }: ModelCard) => parameters * 4;

/** Columns that the table can be sorted by. */
export const sortKeys = [
  'name',
  'text',
  'weights',
  'loss',
  'perplexity',
  'bits',
  'accuracy',
  'steps',
  'trained',
] as const;
type SortKey = (typeof sortKeys)[number];

function sortValue(model: ModelCard, key: SortKey): number | string {
  const { loss, perplexity, bitsPerCharacter, accuracy } = quality(model);
  // What was not measured stands last.
  const last = Infinity;
  if (key === 'loss') return loss ?? last;
  if (key === 'perplexity') return perplexity ?? last;
  if (key === 'bits') return bitsPerCharacter ?? last;
  if (key === 'steps') return model.step ?? last;
  if (key === 'accuracy') return accuracy ?? last;
  if (key === 'weights') return model.parameters;
  if (key === 'trained') return model.createdAt;
  return key === 'text' ? (model.corpus?.name ?? '') : model.name;
}

/** Models in the order of a column; `-` before its key turns it round, and what was not measured stays last. */
export function sorted(models: readonly ModelCard[], sort: string): ModelCard[] {
  const key = sortKeys.find((known) => known === sort.replace(/^-/, '')) ?? 'bits';
  const direction = sort.startsWith('-') ? -1 : 1;
  return [...models].sort((a, b) => {
    const [x, y] = [sortValue(a, key), sortValue(b, key)];
    if (x === Infinity || y === Infinity) return x === y ? a.name.localeCompare(b.name) : x === Infinity ? 1 : -1;
    const order = typeof x === 'string' ? x.localeCompare(String(y)) : x - Number(y);
    return direction * (order || a.name.localeCompare(b.name));
  });
}

/** Knobs of the curves, not of the model. */
const ABOUT_THE_RUN: readonly HyperparameterName[] = [
  'reportEvery',
  'evaluateEvery',
  'checkpointEvery',
  'precision',
  'engine',
];

/** Knobs that say something about this model: those in use, and none that was left off. */
export function tellingKnobs(model: ModelCard): HyperparameterName[] {
  const h = model.hyperparameters;
  const off = (name: HyperparameterName) =>
    h[name] === 0 || h[name] === false || (name === 'minimumCount' && h[name] === 1);
  return hyperparameterNames.filter(
    (name) => applies(name, h) && isTold(name, model) && !ABOUT_THE_RUN.includes(name) && !off(name),
  );
}
