import type { LstmGradients } from '../arithmetic.ts';
import { concatRows, joined, piecesOf, reshape, reshapeWhole, sliceRows, zeros } from './arrays.ts';
import { TYPE, type Handle, type Ops } from './ops.ts';
import { hardCellGradient } from './hard-cell-gradient.ts';
import { sumRows } from './embedding.ts';
import { isIds, type TensorFlowLstm, type TensorFlowTape } from './lstm-forward.ts';
import { stretchesOf, type Stretch } from './lstm-stretches.ts';
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

interface Carried {
  readonly cell: Handle;
  readonly output: Handle | null;
}

/**
 * Walks a tape back, the last stretch first: d gates of every step, first to last, each [lanes, 4 * units]. The product for
 * the state before a step is done apart, since LSTMBlockCellGrad leaves that out.
 */
function gateWalk(scope: Scope, layer: TensorFlowLstm, tape: TensorFlowTape): (stretch: Stretch) => Handle[] {
  const { ops } = scope;
  const [time, lanes] = tape.xShape;
  const units = layer.recurrent.shape[0];
  const back = backThroughRecurrent(scope, layer, time, lanes);
  const through = throughCell(scope, layer, lanes);
  const zero = ops.zeros([lanes, units]);
  const before = tape.state ?? { cell: zero, output: zero };
  const steps = tape.steps();
  let behind: Carried = { cell: zero, output: null };
  return ({ first, steps: count, fromAbove }) => {
    const gradients = new Array<Handle>(count);
    for (let k = count - 1; k >= 0; k--) {
      const t = first + k;
      const above = fromAbove[k];
      const { cell, output: carried } = behind;
      const outputGradient =
        above && carried ? scope.one('AddV2', [ops.T], [above, carried]) : (above ?? carried ?? zero);
      const [nextCell, gates] = through(steps[t], t > 0 ? steps[t - 1] : before, cell, outputGradient);
      gradients[k] = gates;
      if (cell !== zero) scope.free(cell);
      if (carried) scope.free(carried);
      if (above && carried) scope.free(outputGradient);
      behind = { cell: nextCell, output: t > 0 ? back(gates) : null };
    }
    return gradients;
  };
}

/** Part of the gradient of the recurrent matrix: outputs before each step of a stretch, transposed, times d gates; null is zero. */
function recurrentGradient(
  scope: Scope,
  tape: TensorFlowTape,
  gates: Handle,
  { first, steps }: Stretch,
  units: number,
): Handle | null {
  const [, lanes] = tape.xShape;
  const rows = steps * lanes;
  const outputs = (from: number, count: number) =>
    sliceRows(scope, tape.outputRows, from * lanes, count * lanes, units);
  if (first > 0) return gradientProduct(scope, outputs(first - 1, steps), gates);
  if (tape.state) {
    const { output } = tape.state;
    const before = steps === 1 ? output : concatRows(scope, [output, outputs(0, steps - 1)]);
    return gradientProduct(scope, before, gates);
  }
  if (steps === 1) return null;
  // the zero state before the first step adds nothing: both sides lose those rows, without a copy
  const later = sliceRows(scope, gates, lanes, rows - lanes, 4 * units);
  return gradientProduct(scope, outputs(0, steps - 1), later);
}

/** What a stretch adds to each gradient; null adds nothing. */
interface GradientParts {
  readonly gates: Handle;
  readonly recurrent: Handle | null;
  readonly bias: Handle;
  readonly input: Handle | null;
  readonly x: Handle | null;
}

/** A gradient of its parts. */
function sum(scope: Scope, parts: readonly Handle[]): Handle {
  const { ops } = scope;
  if (parts.length === 1) return parts[0];
  return scope.one('AddN', [ops.integer('N', parts.length), ops.T], parts);
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
  return scoped(ops, (scope) => {
    // of ids, rows are summed over all steps at once
    const lengths = isIds(tape.x) ? [time] : ops.stretches(time);
    const walk = gateWalk(scope, layer, tape);
    const stretches = stretchesOf(scope, tape, outputGradient, lengths);
    const x = isIds(tape.x) ? [] : piecesOf(scope, tape.x, lengths, lanes, inputs);
    const parts: GradientParts[] = [];
    for (let k = stretches.length - 1; k >= 0; k--) {
      const perStep = walk(stretches[k]);
      const gates = concatRows(scope, perStep);
      scope.free(...perStep);
      const rows = stretches[k].steps * lanes;
      parts[k] = {
        gates,
        x: wantsX && !isIds(tape.x) ? product(scope, rows, gates, ops.values(layer.input), true) : null,
        input: isIds(tape.x) ? null : gradientProduct(scope, x[k], gates),
        recurrent: recurrentGradient(scope, tape, gates, stretches[k], units),
        bias: scope.one('BiasAddGrad', [ops.T, ops.string('data_format', 'NHWC')], [gates]),
      };
    }
    const whole = (part: 'input' | 'recurrent' | 'bias'): TensorFlowGradient => {
      const { shape } = layer[part];
      const some = parts.map((each) => each[part]).filter((each) => each !== null);
      return denseGradient(scope.tensor(some.length > 0 ? sum(scope, some) : zeros(scope, shape), shape));
    };
    const [recurrent, bias] = [whole('recurrent'), whole('bias')];
    if (isIds(tape.x)) {
      const shaped = reshape(scope, parts[0].gates, [time, lanes, 4 * units]);
      return { input: sumRows(scope, layer.input, tape.x, shaped), recurrent, bias, x: null };
    }
    const input = whole('input');
    if (!wantsX) return { input, recurrent, bias, x: null };
    const rows = joined(
      scope,
      parts.map((each) => each.x!),
    );
    const gradient = scope.tensor(reshapeWhole(scope, rows, [time, lanes, inputs]), [time, lanes, inputs]);
    return { input, recurrent, bias, x: gradient };
  });
}
