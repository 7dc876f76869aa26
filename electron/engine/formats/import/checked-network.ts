import { flagName, hyperparameter, type HyperparameterName } from '../../../contract/hyperparameters.ts';
import { IMPORT_LIMITS } from '../../../contract/limits.ts';
import { message } from '../../../contract/message.ts';
import { sizeOf, weightBlocks } from '../keras-weights.ts';
import type { ForeignNetwork } from './foreign-model.ts';
import { alien, large } from './faults.ts';

/** The numbers of a network that say something about it. */
function sizesOf(network: ForeignNetwork): HyperparameterName[] {
  const { input, context } = network;
  const embedded = input === 'embedding' ? (['embeddingSize'] as const) : [];
  return ['layers', 'units', ...embedded, ...(context === 'window' ? (['windowLength'] as const) : [])];
}

function checkRange(name: HyperparameterName, value: number): void {
  const { kind, minimum, maximum } = { minimum: 0, maximum: 0, ...hyperparameter(name) };
  if (kind === 'integer' && Number.isInteger(value) && value >= minimum && value <= maximum) return;
  const between = message('phrases.range-between', { minimum: String(minimum), maximum: String(maximum) });
  throw large(message('phrases.foreign-range', { name: flagName(name), value: String(value), range: between }));
}

/**
 * A network that we can have: every size within the ranges of our settings, no weight larger than memory allows.
 * @throws Fault
 */
export function checkedNetwork(network: ForeignNetwork): ForeignNetwork {
  const { vocabularySize: symbols, tieWeights, input, embeddingSize, units } = network;
  if (!Number.isInteger(symbols) || symbols < 1 || symbols > IMPORT_LIMITS.symbols)
    throw large(message('phrases.foreign-symbols', { symbols: String(symbols), limit: IMPORT_LIMITS.symbols }));
  for (const name of sizesOf(network)) checkRange(name, network[name as keyof ForeignNetwork] as number);
  if (tieWeights && (input !== 'embedding' || embeddingSize !== units)) throw alien(message('phrases.foreign-tied'));
  for (const weight of weightBlocks(network).flatMap((block) => block.weights)) {
    const numbers = sizeOf(weight);
    if (numbers > IMPORT_LIMITS.weight)
      throw large(message('phrases.foreign-weight-large', { name: weight.name, numbers, limit: IMPORT_LIMITS.weight }));
  }
  return network;
}
