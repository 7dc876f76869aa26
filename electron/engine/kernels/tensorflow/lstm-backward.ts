import type { LstmGradients } from '../arithmetic.ts';
import { concatRows, reshape, sliceRows, unpack, zeros } from './arrays.ts';
import { TYPE, type Handle, type Ops, type Shape } from './ops.ts';
import { hardCellGradient } from './hard-cell-gradient.ts';
import { sumRows } from './embedding.ts';
import { isIds, type TensorFlowLstm, type TensorFlowTape } from './lstm-forward.ts';
import { gradientProduct, product } from './products.ts';
import type { Before, Step } from './lstm-steps.ts';
import { scoped, type Scope } from './scope.ts';
import { denseGradient, type TensorFlowGradient } from './tensorflow-gradient.ts';
import type { OpTensor } from './tensors.ts';

/** From this many steps on, transposing the recurrent matrix once pays for itself. */
const TRANSPOSE_FROM = 8;

/** d output · recurrentᵀ, by the op and the layout that suit the number of steps and lanes. */
function backThroughRecurrent(scope: Scope, layer: TensorFlowLstm, time: number, lanes: number) {
  const { ops } = scope;
  const recurrent = ops.values(layer.recurrent);
  if (lanes === 1 || time < TRANSPOSE_FROM)
    return (gates: Handle): Handle => product(scope, lanes, gates, recurrent, true);
  const attributes = [ops.T, ops.type('Tperm', TYPE.int)];
  const transposed = scope.one('Transpose', attributes, [recurrent, ops.vector([1, 0])]);
  return (gates: Handle): Handle => product(scope, lanes, gates, transposed);
}

type ThroughCell = (step: Step, before: Before, cellGradient: Handle, outputGradient: Handle) => readonly Handle[];

/** Back through a step, to the cells before it and to its gates: LSTMBlockCellGrad gives both in one op, but for hard gates. */
function throughCell(scope: Scope, { recurrent, bias, hardGates }: TensorFlowLstm, lanes: number): ThroughCell {
  if (hardGates) return (...given) => hardCellGradient(scope, ...given);
  const { ops } = scope;
  const none = ops.zeros([lanes, 0]);
  const noPeephole = ops.zeros([recurrent.shape[0]]);
  const weights = [ops.values(recurrent), noPeephole, noPeephole, noPeephole, ops.values(bias)];
  const attributes = [ops.boolean('use_peephole', false), ops.T];
  return ({ i, cell, f, o, candidate, tanhCell }, before, cellGradient, outputGradient) => {
    const passed = [i, cell, f, o, candidate, tanhCell, cellGradient, outputGradient];
    const inputs = [none, before.cell, before.output, ...weights, ...passed];
    const [nextCell, gates, ...unused] = scope.all('LSTMBlockCellGrad', attributes, inputs, 5);
    scope.free(...unused);
    return [nextCell, gates];
  };
}

/**
 * d gates of every step, first to last, each [lanes, 4 * units]. The product for the state before a step is done apart, since
 * LSTMBlockCellGrad leaves that out.
 */
function gateGradients(
  scope: Scope,
  layer: TensorFlowLstm,
  tape: TensorFlowTape,
  fromAbove: (Handle | null)[],
): Handle[] {
  const { ops } = scope;
  const [time, lanes] = tape.xShape;
  const units = layer.recurrent.shape[0];
  const back = backThroughRecurrent(scope, layer, time, lanes);
  const through = throughCell(scope, layer, lanes);
  const zero = ops.zeros([lanes, units]);
  const first = tape.state ?? { cell: zero, output: zero };
  const gradients = new Array<Handle>(time);
  const steps = tape.steps();
  let cellGradient = zero;
  let carried: Handle | null = null;
  for (let t = time - 1; t >= 0; t--) {
    const step = steps[t];
    const before = t > 0 ? steps[t - 1] : first;
    const above = fromAbove[t];
    const outputGradient =
      above && carried ? scope.one('AddV2', [ops.T], [above, carried]) : (above ?? carried ?? zero);
    const [nextCell, gates] = through(step, before, cellGradient, outputGradient);
    gradients[t] = gates;
    if (cellGradient !== zero) scope.free(cellGradient);
    if (carried) scope.free(carried);
    if (above && carried) scope.free(outputGradient);
    cellGradient = nextCell;
    carried = t > 0 ? back(gates) : null;
  }
  return gradients;
}

/** Gradient of the recurrent matrix: outputs before each step, transposed, times d gates. */
function recurrentGradient(scope: Scope, tape: TensorFlowTape, gates: Handle, units: number): Handle {
  const [time, lanes] = tape.xShape;
  const width = 4 * units;
  if (tape.state) {
    const before = concatRows(scope, [
      tape.state.output,
      ...tape
        .steps()
        .slice(0, -1)
        .map((step) => step.output),
    ]);
    return gradientProduct(scope, before, gates);
  }
  if (time === 1) return zeros(scope, [units, width]);
  // the zero state before the first step adds nothing: both sides lose those rows, without a copy
  const rows = (time - 1) * lanes;
  return gradientProduct(
    scope,
    sliceRows(scope, tape.outputRows, 0, rows, units),
    sliceRows(scope, gates, lanes, rows, width),
  );
}

/** See `Arithmetic.lstmBackward`. */
export function lstmBackward(
  ops: Ops,
  layer: TensorFlowLstm,
  tape: TensorFlowTape,
  outputGradient: OpTensor,
  wantsX: boolean,
): LstmGradients {
  const [time, lanes, inputs] = tape.xShape;
  const units = layer.recurrent.shape[0];
  const rows = time * lanes;
  return scoped(ops, (scope) => {
    const given = outputGradient.handle;
    const fromAbove: (Handle | null)[] =
      outputGradient.shape.length === 3 ? unpack(scope, given, time) : [...new Array<null>(time - 1).fill(null), given];
    const perStep = gateGradients(scope, layer, tape, fromAbove);
    const gates = concatRows(scope, perStep);
    scope.free(...perStep);
    const dense = (handle: Handle, shape: Shape): TensorFlowGradient => denseGradient(scope.tensor(handle, shape));
    const recurrent = dense(recurrentGradient(scope, tape, gates, units), layer.recurrent.shape);
    const biasSum = scope.one('BiasAddGrad', [ops.T, ops.string('data_format', 'NHWC')], [gates]);
    const bias = dense(biasSum, layer.bias.shape);
    if (isIds(tape.x)) {
      const shaped = reshape(scope, gates, [time, lanes, 4 * units]);
      return { input: sumRows(scope, layer.input, tape.x, shaped), recurrent, bias, x: null };
    }
    const input = dense(gradientProduct(scope, tape.x, gates), layer.input.shape);
    if (!wantsX) return { input, recurrent, bias, x: null };
    const flat = product(scope, rows, gates, ops.values(layer.input), true);
    const x = scope.tensor(reshape(scope, flat, [time, lanes, inputs]), [time, lanes, inputs]);
    return { input, recurrent, bias, x };
  });
}
