import { concatRows, unpack, zeros } from './arrays.ts';
import type { Eager, Handle } from './eager.ts';
import { batchMatMul } from './products.ts';
import type { Scope } from './scope.ts';

/** Activations of one time step, each [lanes, units]. */
export interface Step {
  readonly i: Handle;
  readonly cell: Handle;
  readonly f: Handle;
  readonly o: Handle;
  readonly candidate: Handle;
  readonly tanhCell: Handle;
  readonly output: Handle;
}

/** Cell and output before a step. */
export interface Before {
  readonly cell: Handle;
  readonly output: Handle;
}

/** Attributes of TensorFlow's LSTM ops: no peepholes, no clipping; the forget bias is in the bias. */
const plainCell = (eager: Eager) => [
  eager.number('forget_bias', 0),
  eager.number('cell_clip', -1),
  eager.boolean('use_peephole', false),
  eager.T,
];

/**
 * Many lanes: BlockLSTM walks all steps in one op.
 * @param x [time, lanes, inputs]
 */
export function blockSteps(
  scope: Scope,
  x: Handle,
  weights: { input: Handle; recurrent: Handle; bias: Handle },
  [time, lanes, units]: readonly [number, number, number],
  state: Before | null,
): Step[] {
  const { eager } = scope;
  const whole = concatRows(scope, [weights.input, weights.recurrent]);
  const noPeephole = zeros(scope, [units]);
  const { cell, output } = state ?? sameZeros(scope, lanes, units);
  const inputs = [eager.length(time), x, cell, output, whole, noPeephole, noPeephole, noPeephole, weights.bias];
  const arrays = scope.all('BlockLSTM', plainCell(eager), inputs, 7);
  const [i, cells, f, o, candidates, tanhCells, outputs] = arrays.map((each) => unpack(scope, each, time));
  return i.map((_, t) => ({
    i: i[t],
    cell: cells[t],
    f: f[t],
    o: o[t],
    candidate: candidates[t],
    tanhCell: tanhCells[t],
    output: outputs[t],
  }));
}

/**
 * One lane: LSTMBlockCell does a step in one op, given an input of no columns and the step's gates as its bias, so that
 * the input's product is done once for all steps.
 * @param gates [time, 4 * units]
 */
export function laneSteps(
  scope: Scope,
  gates: Handle,
  recurrent: Handle,
  [time, units]: readonly number[],
  state: Before | null,
): Step[] {
  const { eager } = scope;
  const noInput = zeros(scope, [1, 0]);
  const noPeephole = zeros(scope, [units]);
  let before = state ?? sameZeros(scope, 1, units);
  return unpack(scope, gates, time).map((bias) => {
    const inputs = [noInput, before.cell, before.output, recurrent, noPeephole, noPeephole, noPeephole, bias];
    const [i, cell, f, o, candidate, tanhCell, output] = scope.all('LSTMBlockCell', plainCell(eager), inputs, 7);
    before = { cell, output };
    return { i, cell, f, o, candidate, tanhCell, output };
  });
}

/**
 * Many lanes whose gates are known from the input, by single ops: for one-hot input, which has no matrix, and for
 * bfloat16, which BlockLSTM does not do.
 * @param gates [time * lanes, 4 * units], columns i, c, f, o
 */
export function gateSteps(scope: Scope, gates: Handle, recurrent: Handle, time: number, state: Before | null): Step[] {
  const { eager } = scope;
  const one = (name: string, ...inputs: Handle[]): Handle => scope.one(name, [eager.T], inputs);
  const split = (axis: number, parts: number, whole: Handle): Handle[] =>
    scope.all('Split', [eager.T, eager.integer('num_split', parts)], [eager.index(axis), whole], parts);
  let before = state;
  return split(0, time, gates).map((fromInput) => {
    const sum = before ? one('AddV2', fromInput, batchMatMul(scope, before.output, recurrent)) : fromInput;
    const [zi, zc, zf, zo] = split(1, 4, sum);
    const [i, candidate, f, o] = [one('Sigmoid', zi), one('Tanh', zc), one('Sigmoid', zf), one('Sigmoid', zo)];
    const fresh = one('Mul', i, candidate);
    const cell = before ? one('AddV2', fresh, one('Mul', f, before.cell)) : fresh;
    const tanhCell = one('Tanh', cell);
    const output = one('Mul', o, tanhCell);
    before = { cell, output };
    return { i, cell, f, o, candidate, tanhCell, output };
  });
}

function sameZeros(scope: Scope, lanes: number, units: number): Before {
  const zero = zeros(scope, [lanes, units]);
  return { cell: zero, output: zero };
}
