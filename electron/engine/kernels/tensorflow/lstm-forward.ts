import type * as tf from '@tensorflow/tfjs-core';
import type { Ids, LayerState, LstmTape } from '../kernels.ts';
import { reshape } from './arrays.ts';
import type { Eager, Handle } from './eager.ts';
import { gather } from './embedding.ts';
import { blockSteps, gateSteps, laneSteps, type Before, type Step, type Walk } from './lstm-steps.ts';
import { fastProducts, product } from './products.ts';
import { scoped, type Scope } from './scope.ts';
import type { TensorFlowVariable } from './tensorflow-variable.ts';

export interface TensorFlowLstm {
  readonly input: TensorFlowVariable;
  readonly recurrent: TensorFlowVariable;
  readonly bias: TensorFlowVariable;
}

export interface TensorFlowTape extends LstmTape {
  /** x as a matrix [time * lanes, inputs], or ids */
  readonly x: Handle | Ids;
  readonly xShape: readonly [time: number, lanes: number, inputs: number];
  /** outputs as a matrix [time * lanes, units] */
  readonly outputRows: Handle;
  /** before the first step; null is zero */
  readonly state: Before | null;
  readonly steps: readonly Step[];
}

export const isIds = (x: tf.Tensor3D | Ids | Handle): x is Ids => typeof x === 'object' && 'lanes' in x;

/** [time * lanes, 4 * units]: x · input + bias for all time steps at once. */
function inputGates(scope: Scope, layer: TensorFlowLstm, x: Handle | Ids, rows: number): Handle {
  const { eager } = scope;
  const gates = isIds(x)
    ? reshape(scope, gather(scope, layer.input, eager.handle(x.tensor)), [rows, layer.bias.shape[0]])
    : product(scope, rows, x, layer.input.read());
  const bias = layer.bias.read();
  return scope.one('BiasAdd', [eager.T, eager.string('data_format', 'NHWC')], [gates, bias]);
}

/** Up to here single ops beat BlockLSTM, which multiplies by Eigen and begins with a product of zeros. */
const FEW_STEPS = 8;

function walk(
  scope: Scope,
  layer: TensorFlowLstm,
  x: Handle | Ids,
  [time, lanes, inputs]: TensorFlowTape['xShape'],
  state: Before | null,
): Walk {
  const units = layer.recurrent.shape[0];
  const recurrent = layer.recurrent.read();
  if (lanes > 1 && time > FEW_STEPS && !isIds(x) && !fastProducts()) {
    const weights = { input: layer.input.read(), recurrent, bias: layer.bias.read() };
    return blockSteps(scope, reshape(scope, x, [time, lanes, inputs]), weights, [time, lanes, units], state);
  }
  const gates = inputGates(scope, layer, x, time * lanes);
  return lanes === 1
    ? laneSteps(scope, gates, recurrent, [time, units], state)
    : gateSteps(scope, gates, recurrent, time, state);
}

/** Cell and output of a step as tensors of their own, made when they are asked for. */
class LastState implements LayerState {
  private readonly made: tf.Tensor2D[] = [];
  private readonly eager: Eager;
  private readonly step: Step;
  private readonly shape: readonly number[];

  constructor(eager: Eager, step: Step, shape: readonly number[]) {
    this.eager = eager;
    this.step = step;
    this.shape = shape;
  }

  get cell(): tf.Tensor2D {
    return this.tensor(this.step.cell);
  }

  get output(): tf.Tensor2D {
    return this.tensor(this.step.output);
  }

  dispose(): void {
    this.made.forEach((tensor) => tensor.dispose());
  }

  private tensor(handle: Handle): tf.Tensor2D {
    const { eager, shape } = this;
    const tensor = eager.tensor<tf.Tensor2D>(eager.run('Identity', [eager.T], [handle], 1)[0], shape);
    this.made.push(tensor);
    return tensor;
  }
}

/** See `Kernels.lstmForward`. */
export function lstmForward(
  eager: Eager,
  layer: TensorFlowLstm,
  given: tf.Tensor3D | Ids,
  givenState: LayerState | null,
): TensorFlowTape {
  const xShape: TensorFlowTape['xShape'] = isIds(given) ? [given.time, given.lanes, 0] : given.shape;
  const [time, lanes, inputs] = xShape;
  const units = layer.recurrent.shape[0];
  return scoped(eager, (scope) => {
    const own = (handle: Handle): Handle => scope.one('Identity', [eager.T], [handle]);
    const x = isIds(given) ? given : reshape(scope, eager.handle(given), [time * lanes, inputs]);
    const state = givenState && {
      cell: own(eager.handle(givenState.cell)),
      output: own(eager.handle(givenState.output)),
    };
    const { steps, outputRows } = walk(scope, layer, x, xShape, state);
    const outputs = scope.tensor<tf.Tensor3D>(reshape(scope, outputRows, [time, lanes, units]), [time, lanes, units]);
    const last = new LastState(eager, steps[time - 1], [lanes, units]);
    const kept = [outputRows, ...steps.flatMap((step): Handle[] => Object.values(step))];
    if (!isIds(x)) kept.push(x);
    if (state) kept.push(state.cell, state.output);
    kept.forEach((handle) => scope.take(handle));
    const dispose = (): void => {
      eager.free(kept);
      outputs.dispose();
      last.dispose();
    };
    return { x, xShape, outputRows, state, steps, outputs, last, dispose };
  });
}
