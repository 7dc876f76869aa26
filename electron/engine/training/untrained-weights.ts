import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Variable, VariableSpec } from '../kernels/arithmetic.ts';
import { modelConfig } from '../model/model-config.ts';
import { createNetwork, networkParameters } from '../model/network.ts';
import { Random } from '../random.ts';
import { STREAM } from './streams.ts';
import type { NamedArrays } from './types.ts';

/** A variable that nothing computes with. */
function drawn({ shape, gates, byRows = false, values }: VariableSpec): Variable {
  const size = shape.reduce((product, n) => product * n, 1);
  let held = typeof values === 'number' ? new Float32Array(size).fill(values) : values;
  return {
    shape,
    gates,
    byRows,
    values: () => held,
    assign: (assigned) => void (held = assigned),
    dispose: () => {},
  };
}

/** The weights that a run's seed gives it to begin with; no engine is needed for them. */
export function untrainedWeights(h: Hyperparameters, vocabularySize: number): NamedArrays {
  const random = new Random(h.seed).fork(STREAM.weights);
  const network = createNetwork(modelConfig(h, vocabularySize), { createVariable: drawn }, random);
  const arrays = networkParameters(network).map((each) => [each.name, { shape: each.shape, data: each.values() }]);
  return Object.fromEntries(arrays) as NamedArrays;
}
