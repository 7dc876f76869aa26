import type { Step } from '../kernels/compiled-step.ts';
import { backward, disposeGradients } from './backward.ts';
import { carriedState, crossEntropy, disposePass, forward, sampledCrossEntropy } from './forward.ts';
import type { ModelConfig } from './model-config.ts';
import type { Network } from './network.ts';
import type { Optimizer } from './optimizer.ts';
import { flatState, stateOf } from './state.ts';

/** One update of a network, to be done at once or to be written down. Loss and hits are sums over the batch. */
export function trainStep(config: ModelConfig, network: Network, optimizer: Optimizer): Step {
  const everyOutput = config.context === 'sequence';
  return (arithmetic, batch, carried, { dropoutSeed, learningRate }) => {
    const ids = arithmetic.ids(batch.inputs, batch.time, batch.lanes);
    const options = { everyOutput, dropoutSeed };
    const pass = forward(config, network, arithmetic, ids, stateOf(carried), options);
    const next = everyOutput ? flatState(carriedState(pass)) : [];
    const { drawn } = batch;
    const targets = arithmetic.targets(drawn?.places ?? batch.targets);
    const { loss, correct, gradient, sampled } = drawn
      ? sampledCrossEntropy(network, arithmetic, pass.hidden, targets, arithmetic.candidates(drawn))
      : { ...crossEntropy(network, arithmetic, pass.hidden, targets), sampled: null };
    const gradients = backward(network, arithmetic, ids, pass, gradient!, sampled);
    disposePass(pass);
    const norm = optimizer.apply(arithmetic, gradients, learningRate);
    disposeGradients(gradients);
    return { loss, correct, norm, carried: next };
  };
}
