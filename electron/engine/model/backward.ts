import type { Arithmetic, Gradient, Ids, Tensor, Variable } from '../kernels/arithmetic.ts';
import { outputWeights, type ForwardPass, type Sampled } from './forward.ts';
import type { Network } from './network.ts';

/** Gradient of the mean loss for every variable. */
export type Gradients = Map<Variable, Gradient>;

/**
 * Back-propagation through time.
 * @param logitsGradient of the summed loss, [rows, classes]; the result is for its mean over rows
 * @param sampled where the logits are of candidates alone
 */
export function backward(
  network: Network,
  arithmetic: Arithmetic,
  ids: Ids,
  pass: ForwardPass,
  logitsGradient: Tensor,
  sampled: Sampled | null,
): Gradients {
  const masked = (gradient: Tensor, mask: Tensor | null): Tensor =>
    mask ? arithmetic.multiply(gradient, mask) : gradient;
  const gradients: Gradients = new Map();
  const rows = logitsGradient.shape[0];
  const weights = outputWeights(network);
  const { hidden } = pass;
  const projection = sampled
    ? arithmetic.projectOntoBackward(hidden, weights, sampled.candidates, sampled.onto, logitsGradient, 1 / rows)
    : arithmetic.projectBackward(hidden, weights, network.bySymbol, logitsGradient, 1 / rows);
  gradients.set(weights, projection.weights);
  gradients.set(network.outputBias, projection.bias);

  const fromProjection = masked(projection.x, pass.mask);
  const { time, lanes } = ids;
  const [, units] = fromProjection.shape;
  let above = rows === time * lanes ? arithmetic.reshape(fromProjection, [time, lanes, units]) : fromProjection;
  for (let k = network.lstm.length - 1; k >= 0; k--) {
    const layer = network.lstm[k];
    const { tape, mask } = pass.layers[k];
    const { input, recurrent, bias, x } = arithmetic.lstmBackward(
      layer,
      tape,
      above,
      k > 0 || network.embedding !== null,
    );
    gradients.set(layer.input, input).set(layer.recurrent, recurrent).set(layer.bias, bias);
    if (x) above = masked(x, mask);
  }
  if (network.embedding) {
    const read = arithmetic.embeddingGradient(network.embedding, ids, above);
    const written = gradients.get(network.embedding);
    gradients.set(network.embedding, written ? arithmetic.addGradients(written, read) : read);
  }
  return gradients;
}

export function disposeGradients(gradients: Gradients): void {
  gradients.forEach((gradient) => gradient.dispose());
}
