import {
  isIds,
  type Arithmetic,
  type CrossEntropy,
  type Losses,
  type Ids,
  type LstmTape,
  type Targets,
  type Tensor,
  type Variable,
} from '../kernels/arithmetic.ts';
import type { Candidates, ProjectionOnto } from '../kernels/candidates.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { ModelConfig } from './model-config.ts';
import type { Network } from './network.ts';
import { layerState, type ModelState } from './state.ts';

/** One layer's pass: dropout's factors of its input (null: none) and the tape. */
interface LayerPass {
  readonly mask: Tensor | null;
  readonly tape: LstmTape;
}

/** What a forward pass leaves for the backward pass and the metrics. */
export interface ForwardPass {
  readonly layers: readonly LayerPass[];
  /** dropout's factors of `hidden` */
  readonly mask: Tensor | null;
  /** what the projection reads, [rows, units]: rows are time * lanes, or lanes where only the last output counts */
  readonly hidden: Tensor;
}

export interface ForwardOptions {
  /** loss on every output, or on the last alone */
  readonly everyOutput: boolean;
  /** null: no dropout */
  readonly dropoutSeed: number | null;
}

function firstInput(config: ModelConfig, network: Network, arithmetic: Arithmetic, ids: Ids): Tensor | Ids {
  if (network.embedding) return arithmetic.embed(network.embedding, ids);
  return config.input === 'one-hot' ? ids : arithmetic.ordinals(ids);
}

/** From ids to the hidden rows that the projection reads. Call it inside `scoped` work: its tensors live as long as that. */
export function forward(
  config: ModelConfig,
  network: Network,
  arithmetic: Arithmetic,
  ids: Ids,
  state: ModelState | null,
  options: ForwardOptions,
): ForwardPass {
  const seed = config.dropout > 0 ? options.dropoutSeed : null;
  const maskOf = (x: Tensor, place: number): Tensor | null =>
    seed === null ? null : arithmetic.dropoutMask(x.shape, config.dropout, seed, place);
  const layers: LayerPass[] = [];
  let x = firstInput(config, network, arithmetic, ids);
  network.lstm.forEach((layer, k) => {
    // a bare number or a one-hot row is the symbol itself: only learnt signals are dropped
    const mask = !isIds(x) && (k > 0 || network.embedding) ? maskOf(x, k) : null;
    const input = mask ? arithmetic.multiply(x as Tensor, mask) : x;
    const tape = arithmetic.lstmForward(layer, input, layerState(state, k));
    layers.push({ mask, tape });
    x = tape.outputs;
  });
  const { tape } = layers[layers.length - 1];
  const rows = [ids.time * ids.lanes, config.units];
  const raw = options.everyOutput ? arithmetic.reshape(tape.outputs, rows) : tape.lastOutput();
  const mask = maskOf(raw, network.lstm.length);
  return { layers, mask, hidden: mask ? arithmetic.multiply(raw, mask) : raw };
}

/** The state after the last step as tensors of their own. */
export function carriedState(pass: ForwardPass): ModelState {
  const states = pass.layers.map(({ tape }) => tape.lastState());
  return { cells: states.map(({ cell }) => cell), outputs: states.map(({ output }) => output) };
}

/** Logits of hidden rows, [rows, classes]. */
export function project(network: Network, arithmetic: Arithmetic, hidden: Tensor): Tensor {
  return arithmetic.project(hidden, outputWeights(network), network.outputBias, network.bySymbol);
}

export const outputWeights = ({ output, embedding }: Network): Variable => output ?? embedding!;

export function crossEntropy(
  network: Network,
  arithmetic: Arithmetic,
  hidden: Tensor,
  targets: Targets,
  wantsGradient = true,
): CrossEntropy {
  const logits = project(network, arithmetic, hidden);
  const result = arithmetic.softmaxCrossEntropy(logits, targets, wantsGradient, null);
  logits.dispose();
  return result;
}

/** The same without a gradient, in the quickest way there is. */
export function losses(network: Network, kernels: Kernels, hidden: Tensor, targets: Targets): Losses {
  const { outputBias, bySymbol } = network;
  return (
    kernels.losses?.(hidden, outputWeights(network), outputBias, bySymbol, targets) ??
    crossEntropy(network, kernels, hidden, targets, false)
  );
}

/** What a step's softmax over candidates leaves for the backward pass. */
export interface Sampled {
  readonly candidates: Candidates;
  readonly onto: ProjectionOnto;
}

/** The same over candidates alone; the targets are places among them. */
export function sampledCrossEntropy(
  network: Network,
  arithmetic: Arithmetic,
  hidden: Tensor,
  targets: Targets,
  candidates: Candidates,
): CrossEntropy & { readonly sampled: Sampled } {
  const onto = arithmetic.projectOnto(hidden, outputWeights(network), network.outputBias, candidates);
  const result = arithmetic.softmaxCrossEntropy(onto.logits, targets, true, candidates);
  onto.logits.dispose();
  return { ...result, sampled: { candidates, onto } };
}

/** Frees what a pass holds beyond its tensors. */
export function disposePass(pass: ForwardPass): void {
  pass.layers.forEach(({ tape }) => tape.dispose());
}
