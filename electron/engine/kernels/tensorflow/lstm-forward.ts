import type * as tf from '@tensorflow/tfjs-core';
import type { Ids, LayerState, LstmTape } from '../kernels.ts';
import type { Eager, Handle } from './eager.ts';
import { gather } from './embedding.ts';
import { product } from './products.ts';
import { scoped, type Scope } from './scope.ts';
import type { TensorFlowVariable } from './tensorflow-variable.ts';

export interface TensorFlowLstm {
  readonly input: TensorFlowVariable;
  readonly recurrent: TensorFlowVariable;
  readonly bias: TensorFlowVariable;
}

/** Activations of one time step, each [lanes, units], in the order that LSTMBlockCellGrad takes them. */
export interface Step {
  readonly i: Handle;
  readonly cell: Handle;
  readonly f: Handle;
  readonly o: Handle;
  readonly candidate: Handle;
  readonly tanhCell: Handle;
  readonly output: Handle;
}

export interface TensorFlowTape extends LstmTape {
  /** x as a matrix [time * lanes, inputs], or ids */
  readonly x: Handle | Ids;
  readonly xShape: readonly number[];
  /** outputs as a matrix [time * lanes, units] */
  readonly outputRows: Handle;
  /** the state before the first step; null is zero */
  readonly state: { cell: Handle; output: Handle } | null;
  readonly steps: readonly Step[];
}

export const isIds = (x: tf.Tensor3D | Ids | Handle): x is Ids => typeof x === 'object' && 'lanes' in x;

/** Attributes of LSTMBlockCell: plain cell, no peepholes, no clipping; the forget bias is in the bias. */
const cellAttributes = (eager: Eager) => [
  eager.number('forget_bias', 0),
  eager.number('cell_clip', -1),
  eager.boolean('use_peephole', false),
  eager.T,
];

/** [time * lanes, 4 * units]: x · input + bias for all time steps at once. */
function inputGates(scope: Scope, layer: TensorFlowLstm, x: Handle | Ids, rows: number): Handle {
  const { eager } = scope;
  const bias = scope.own(layer.bias.read());
  let gates: Handle;
  if (isIds(x)) gates = gather(scope, layer.input, eager.handle(x.tensor));
  else gates = product(scope, rows, x, scope.own(layer.input.read()));
  const sum = scope.one('BiasAdd', [eager.T, eager.string('data_format', 'NHWC')], [gates, bias]);
  scope.free(gates);
  return sum;
}

/** One lane: LSTMBlockCell does a step in one op, given an input of no columns and the step's gates as its bias. */
function laneSteps(
  scope: Scope,
  gates: Handle,
  recurrent: Handle,
  units: number,
  time: number,
  state: TensorFlowTape['state'],
): Step[] {
  const { eager } = scope;
  const perStep = scope.all('Unpack', [eager.integer('num', time), eager.integer('axis', 0), eager.T], [gates], time);
  const noInput = scope.own(eager.floats(new Float32Array(0), [1, 0]));
  const noPeephole = zeros(scope, [units]);
  const zero = state ? null : zeros(scope, [1, units]);
  let { cell, output } = state ?? { cell: zero!, output: zero! };
  return perStep.map((bias) => {
    const inputs = [noInput, cell, output, recurrent, noPeephole, noPeephole, noPeephole, bias];
    const [i, next, f, o, candidate, tanhCell, h] = scope.all('LSTMBlockCell', cellAttributes(eager), inputs, 7);
    cell = next;
    output = h;
    return { i, cell, f, o, candidate, tanhCell, output };
  });
}

/** Many lanes: the gates of a step are [i|c|f|o], added up and split. */
function batchSteps(
  scope: Scope,
  gates: Handle,
  recurrent: Handle,
  lanes: number,
  time: number,
  state: TensorFlowTape['state'],
): Step[] {
  const { eager } = scope;
  const { T } = eager;
  const split = (axis: number, parts: number, whole: Handle): Handle[] =>
    parts === 1
      ? [whole]
      : scope.all('Split', [T, eager.integer('num_split', parts)], [eager.index(axis), whole], parts);
  let before = state;
  return split(0, time, gates).map((fromInput) => {
    let sum = fromInput;
    if (before) {
      const fromOutput = product(scope, lanes, before.output, recurrent);
      sum = scope.one('AddV2', [T], [fromInput, fromOutput]);
      scope.free(fromOutput);
    }
    const parts = split(1, 4, sum);
    const i = scope.one('Sigmoid', [T], [parts[0]]);
    const candidate = scope.one('Tanh', [T], [parts[1]]);
    const f = scope.one('Sigmoid', [T], [parts[2]]);
    const o = scope.one('Sigmoid', [T], [parts[3]]);
    scope.free(...parts);
    if (before) scope.free(sum);
    let cell = scope.one('Mul', [T], [i, candidate]);
    if (before) {
      const [fresh, kept] = [cell, scope.one('Mul', [T], [f, before.cell])];
      cell = scope.one('AddV2', [T], [fresh, kept]);
      scope.free(fresh, kept);
    }
    const tanhCell = scope.one('Tanh', [T], [cell]);
    const output = scope.one('Mul', [T], [o, tanhCell]);
    before = { cell, output };
    return { i, cell, f, o, candidate, tanhCell, output };
  });
}

export function zeros(scope: Scope, shape: readonly number[]): Handle {
  const { eager } = scope;
  return scope.one('Fill', [eager.T, eager.type('index_type', eager.int)], [eager.vector(shape), eager.scalar(0)]);
}

export function reshape(scope: Scope, handle: Handle, shape: readonly number[]): Handle {
  const { eager } = scope;
  return scope.one('Reshape', [eager.T, eager.type('Tshape', eager.int)], [handle, eager.vector(shape)]);
}

export function concatRows(scope: Scope, parts: readonly Handle[]): Handle {
  const { eager } = scope;
  if (parts.length === 1) return scope.one('Identity', [eager.T], [parts[0]]);
  const attributes = [eager.integer('N', parts.length), eager.T, eager.type('Tidx', eager.int)];
  return scope.one('ConcatV2', attributes, [...parts, eager.index(0)]);
}

/** See `Kernels.lstmForward`. */
export function lstmForward(
  eager: Eager,
  layer: TensorFlowLstm,
  x: tf.Tensor3D | Ids,
  given: LayerState | null,
): TensorFlowTape {
  const [time, lanes] = isIds(x) ? [x.time, x.lanes] : x.shape;
  const units = layer.recurrent.shape[0];
  const rows = time * lanes;
  const width = isIds(x) ? 0 : x.shape[2];
  return scoped(eager, (scope) => {
    const matrix = isIds(x) ? x : reshape(scope, eager.handle(x), [rows, width]);
    const hold = (tensor: tf.Tensor): Handle => scope.one('Identity', [eager.T], [eager.handle(tensor)]);
    const state = given && { cell: hold(given.cell), output: hold(given.output) };
    const gates = inputGates(scope, layer, matrix, rows);
    const recurrent = scope.own(layer.recurrent.read());
    const steps =
      lanes === 1
        ? laneSteps(scope, gates, recurrent, units, time, state)
        : batchSteps(scope, gates, recurrent, lanes, time, state);
    const outputRows = concatRows(
      scope,
      steps.map((step) => step.output),
    );
    const last = steps[time - 1];
    const kept = [
      ...steps.flatMap((step) => Object.values(step) as Handle[]),
      ...(isIds(matrix) ? [] : [matrix]),
      ...(state ? [state.cell, state.output] : []),
      outputRows,
    ].map((handle) => scope.take(handle));
    const outputs = scope.tensor<tf.Tensor3D>(reshape(scope, outputRows, [time, lanes, units]), [time, lanes, units]);
    const lastTensor = (handle: Handle): tf.Tensor2D =>
      scope.tensor<tf.Tensor2D>(scope.one('Identity', [eager.T], [handle]), [lanes, units]);
    const lastState = { cell: lastTensor(last.cell), output: lastTensor(last.output) };
    return {
      x: matrix,
      xShape: [time, lanes, width],
      outputRows,
      state,
      steps,
      outputs,
      last: lastState,
      dispose: () => {
        eager.free(kept);
        [outputs, lastState.cell, lastState.output].forEach((tensor) => tensor.dispose());
      },
    };
  });
}
