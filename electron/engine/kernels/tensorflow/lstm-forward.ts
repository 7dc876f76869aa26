import type { LayerState, LstmTape } from '../arithmetic.ts';
import { piecesOf, reshape, reshapeWhole } from './arrays.ts';
import type { Handle, Ops } from './ops.ts';
import { gather } from './embedding.ts';
import { TensorFlowIds } from './ids.ts';
import { blockSteps, gateSteps, laneSteps, type Before, type Step, type Walk } from './lstm-steps.ts';
import { fastProducts, product } from './products.ts';
import { scoped, type Scope } from './scope.ts';
import type { TensorFlowVariable } from './tensorflow-variable.ts';
import type { OpTensor } from './tensors.ts';

export interface TensorFlowLstm {
  readonly input: TensorFlowVariable;
  readonly recurrent: TensorFlowVariable;
  readonly bias: TensorFlowVariable;
  readonly hardGates: boolean;
}

export interface TensorFlowTape extends LstmTape {
  /** x as a matrix [time * lanes, inputs], or ids */
  readonly x: Handle | TensorFlowIds;
  readonly xShape: readonly [time: number, lanes: number, inputs: number];
  /** outputs as a matrix [time * lanes, units] */
  readonly outputRows: Handle;
  /** before the first step; null is zero */
  readonly state: Before | null;
  steps(): readonly Step[];
}

/** Cell and output of a layer, each [lanes, units]. */
export interface TensorFlowState extends LayerState {
  readonly cell: OpTensor;
  readonly output: OpTensor;
}

export const isIds = (x: OpTensor | TensorFlowIds | Handle): x is TensorFlowIds => x instanceof TensorFlowIds;

/** [time * lanes, 4 * units]: x · input + bias for all time steps at once. */
function inputGates(scope: Scope, layer: TensorFlowLstm, x: Handle | TensorFlowIds, rows: number): Handle {
  const { ops } = scope;
  const gates = isIds(x)
    ? reshape(scope, gather(scope, layer.input, x.tensor.handle), [rows, layer.bias.shape[0]])
    : product(scope, rows, x, ops.values(layer.input));
  const bias = ops.values(layer.bias);
  return scope.one('BiasAdd', [ops.T, ops.string('data_format', 'NHWC')], [gates, bias]);
}

/** Up to here single ops beat BlockLSTM, which multiplies by Eigen and begins with a product of zeros. */
const FEW_STEPS = 8;

function walk(
  scope: Scope,
  layer: TensorFlowLstm,
  x: Handle | TensorFlowIds,
  [time, lanes, inputs]: TensorFlowTape['xShape'],
  state: Before | null,
): Walk {
  const { ops } = scope;
  const units = layer.recurrent.shape[0];
  const recurrent = ops.values(layer.recurrent);
  const { hardGates } = layer;
  if (!hardGates && lanes > 1 && time > FEW_STEPS && !isIds(x) && !fastProducts()) {
    const weights = { input: ops.values(layer.input), recurrent, bias: ops.values(layer.bias) };
    const stretches = ops.stretches(time);
    const pieces = piecesOf(scope, x, stretches, lanes, inputs);
    const shaped = pieces.map((piece, k) => reshape(scope, piece, [stretches[k], lanes, inputs]));
    return blockSteps(scope, shaped, weights, [stretches, lanes, units], state);
  }
  const gates = inputGates(scope, layer, x, time * lanes);
  return lanes === 1 && !hardGates
    ? laneSteps(scope, gates, recurrent, [time, units], state)
    : gateSteps(scope, gates, recurrent, time, state, hardGates);
}

const partsOf = (steps: readonly Step[]): Handle[] => steps.flatMap((step): Handle[] => Object.values(step));

/** See `Arithmetic.lstmForward`. */
export function lstmForward(
  ops: Ops,
  layer: TensorFlowLstm,
  given: OpTensor | TensorFlowIds,
  givenState: TensorFlowState | null,
): TensorFlowTape {
  const xShape: TensorFlowTape['xShape'] = isIds(given)
    ? [given.time, given.lanes, 0]
    : (given.shape as TensorFlowTape['xShape']);
  const [time, lanes, inputs] = xShape;
  const units = layer.recurrent.shape[0];
  return scoped(ops, (scope) => {
    const own = (handle: Handle): Handle => scope.one('Identity', [ops.T], [handle]);
    const x = isIds(given) ? given : reshapeWhole(scope, given.handle, [time * lanes, inputs]);
    const state = givenState && { cell: own(givenState.cell.handle), output: own(givenState.output.handle) };
    const walked = walk(scope, layer, x, xShape, state);
    const { outputRows, last, packed } = walked;
    const outputs = scope.tensor(reshapeWhole(scope, outputRows, [time, lanes, units]), [time, lanes, units]);
    const whole = packed.length > 0 ? packed : partsOf(walked.steps(scope));
    const kept = new Set([outputRows, last.cell, last.output, ...whole]);
    if (!isIds(x)) kept.add(x);
    if (state) kept.add(state.cell).add(state.output);
    kept.forEach((handle) => scope.take(handle));
    const dispose = (): void => {
      ops.free([...kept]);
      outputs.dispose();
    };
    let apart: readonly Step[] | undefined;
    const takeApart = (): readonly Step[] =>
      scoped(ops, (later) => {
        const steps = walked.steps(later);
        for (const handle of packed) if (kept.delete(handle)) ops.free([handle]);
        for (const handle of partsOf(steps)) kept.add(later.take(handle));
        return steps;
      });
    const copy = (handle: Handle): OpTensor =>
      ops.tensors.create(ops.run('Identity', [ops.T], [handle], 1)[0], [lanes, units]);
    const lastOutput = (): OpTensor => copy(last.output);
    const lastState = (): TensorFlowState => ({ cell: copy(last.cell), output: copy(last.output) });
    const steps = (): readonly Step[] => (apart ??= takeApart());
    return { x, xShape, outputRows, state, steps, outputs, lastOutput, lastState, dispose };
  });
}
