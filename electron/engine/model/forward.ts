import * as tf from '@tensorflow/tfjs-core';
import type { Ids, Kernels, LstmTape } from '../kernels/kernels.ts';
import type { ModelConfig } from './model-config.ts';
import type { Network } from './network.ts';
import { layerState, type ModelState } from './state.ts';

/** One layer's pass: dropout's factors of its input (null: none) and the tape. */
interface LayerPass {
  readonly mask: tf.Tensor | null;
  readonly tape: LstmTape;
}

/** What a forward pass leaves for the backward pass and the metrics. */
export interface ForwardPass {
  readonly layers: readonly LayerPass[];
  /** dropout's factors of `hidden` */
  readonly mask: tf.Tensor | null;
  /** what the projection reads, [rows, units]: rows are time * lanes, or lanes where only the last output counts */
  readonly hidden: tf.Tensor2D;
}

export interface ForwardOptions {
  /** loss on every output, or on the last alone */
  readonly everyOutput: boolean;
  /** null: no dropout */
  readonly dropoutSeed: number | null;
}

/** Symbol ids on the device. */
export function deviceIds(values: Int32Array, time: number, lanes: number): Ids {
  // tfjs on TensorFlow keeps reading the array it is given, so it gets its own
  return { time, lanes, values, tensor: tf.tensor2d(values.slice(), [time, lanes], 'int32') };
}

function firstInput(config: ModelConfig, network: Network, kernels: Kernels, ids: Ids): tf.Tensor3D | Ids {
  if (network.embedding) return kernels.embed(network.embedding, ids);
  if (config.input === 'one-hot') return ids;
  return tf.tensor3d(Float32Array.from(ids.values), [ids.time, ids.lanes, 1]);
}

/** From ids to the hidden rows that the projection reads. Call it inside a tidy: its tensors live as long as that. */
export function forward(
  config: ModelConfig,
  network: Network,
  kernels: Kernels,
  ids: Ids,
  state: ModelState | null,
  options: ForwardOptions,
): ForwardPass {
  const seed = config.dropout > 0 ? options.dropoutSeed : null;
  const maskOf = (x: tf.Tensor, place: number): tf.Tensor | null =>
    seed === null ? null : kernels.dropoutMask(x.shape, config.dropout, [seed, place]);
  const layers: LayerPass[] = [];
  let x = firstInput(config, network, kernels, ids);
  network.lstm.forEach((layer, k) => {
    // a bare number or a one-hot row is the symbol itself: only learnt signals are dropped
    const mask = x instanceof tf.Tensor && (k > 0 || network.embedding) ? maskOf(x, k) : null;
    const input = mask ? tf.mul<tf.Tensor3D>(x as tf.Tensor3D, mask) : x;
    const tape = kernels.lstmForward(layer, input, layerState(state, k));
    layers.push({ mask, tape });
    x = tape.outputs;
  });
  const { outputs, last } = layers[layers.length - 1].tape;
  const raw = options.everyOutput ? tf.reshape<tf.Rank.R2>(outputs, [ids.time * ids.lanes, config.units]) : last.output;
  const mask = maskOf(raw, network.lstm.length);
  return { layers, mask, hidden: mask ? tf.mul<tf.Tensor2D>(raw, mask) : raw };
}

/** The state after the last step as tensors of their own. */
export function carriedState(pass: ForwardPass): ModelState {
  return {
    cells: pass.layers.map(({ tape }) => tf.clone(tape.last.cell)),
    outputs: pass.layers.map(({ tape }) => tf.clone(tape.last.output)),
  };
}

/** Frees what a pass holds beyond tidy's reach. */
export function disposePass(pass: ForwardPass): void {
  pass.layers.forEach(({ tape }) => tape.dispose());
}
