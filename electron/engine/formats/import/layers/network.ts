import { hyperparameter } from '../../../../contract/hyperparameters.ts';
import { message } from '../../../../contract/message.ts';
import { unfit } from '../faults.ts';
import type { ForeignNetwork } from '../foreign-model.ts';
import type { Plan } from './plan.ts';

const usual = (name: 'embeddingSize' | 'windowLength'): number => hyperparameter(name).default as number;

/** What the first layer reads, by how many numbers a symbol is to it. */
function inputOf({ embedding, output }: Plan, width: number): ForeignNetwork['input'] {
  if (embedding) {
    if (embedding.symbols !== output.symbols)
      throw unfit(message('networks.input-size', { input: embedding.symbols, size: output.symbols }));
    return 'embedding';
  }
  if (width === output.symbols) return 'one-hot';
  if (width === 1) return 'ordinal';
  throw unfit(message('networks.input-wide', { width, size: output.symbols }));
}

/**
 * Our network for a plan. Its layers are all as wide as the widest; weights that are an embedding's as well are told apart,
 * since a file has them twice.
 * @param width numbers that its first LSTM takes in
 * @throws Fault
 */
export function networkOf(plan: Plan, width: number): ForeignNetwork {
  const { embedding, lstm, output, gates, window } = plan;
  return {
    vocabularySize: output.symbols,
    input: inputOf(plan, width),
    embeddingSize: embedding?.width ?? usual('embeddingSize'),
    layers: lstm.length,
    units: Math.max(...lstm.map(({ units }) => units)),
    tieWeights: false,
    context: window === undefined ? 'sequence' : 'window',
    windowLength: window ?? usual('windowLength'),
    gates,
  };
}
