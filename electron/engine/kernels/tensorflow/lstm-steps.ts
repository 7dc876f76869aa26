import { HARD_SIGMOID } from '../gates.ts';
import { concatRows, joined, reshape, sliceRows, unpack } from './arrays.ts';
import type { Handle, Ops } from './ops.ts';
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

/** What a walk through all steps leaves. */
export interface Walk {
  /** outputs as a matrix [time * lanes, units] */
  readonly outputRows: Handle;
  /** after the last step */
  readonly last: Before;
  /** The steps one by one: where nobody learns from them, they need not be taken apart. */
  steps(scope: Scope): readonly Step[];
  /** of no use any more once `steps` was asked */
  readonly packed: readonly Handle[];
}

const walked = (scope: Scope, steps: readonly Step[]): Walk => ({
  outputRows: concatRows(
    scope,
    steps.map(({ output }) => output),
  ),
  last: steps[steps.length - 1],
  steps: () => steps,
  packed: [],
});

/** Attributes of TensorFlow's LSTM ops: no peepholes, no clipping; the forget bias is in the bias. */
const plainCell = (ops: Ops) => [
  ops.number('forget_bias', 0),
  ops.number('cell_clip', -1),
  ops.boolean('use_peephole', false),
  ops.T,
];

/**
 * Many lanes: BlockLSTM walks all steps of a stretch in one op.
 * @param x of each stretch, [steps, lanes, inputs]
 */
export function blockSteps(
  scope: Scope,
  x: readonly Handle[],
  weights: { input: Handle; recurrent: Handle; bias: Handle },
  [stretches, lanes, units]: readonly [readonly number[], number, number],
  state: Before | null,
): Walk {
  const { ops } = scope;
  const whole = concatRows(scope, [weights.input, weights.recurrent]);
  const noPeephole = ops.zeros([units]);
  let last = state ?? sameZeros(scope, lanes, units);
  const walks = stretches.map((time, k) => {
    const { cell, output } = last;
    const inputs = [ops.length(time), x[k], cell, output, whole, noPeephole, noPeephole, noPeephole, weights.bias];
    const arrays = scope.all('BlockLSTM', plainCell(ops), inputs, 7);
    const rowsOf = (each: Handle): Handle => reshape(scope, each, [time * lanes, units]);
    const lastOf = (rows: Handle): Handle => sliceRows(scope, rows, (time - 1) * lanes, lanes, units);
    const outputRows = rowsOf(arrays[6]);
    last = { cell: lastOf(rowsOf(arrays[1])), output: lastOf(outputRows) };
    return { arrays, outputRows, time };
  });
  return {
    outputRows: joined(
      scope,
      walks.map(({ outputRows }) => outputRows),
    ),
    last,
    steps: (later) => walks.flatMap(({ arrays, time }) => stepsOf(later, arrays, time)),
    packed: walks.flatMap(({ arrays }) => arrays),
  };
}

/** The steps of what BlockLSTM tells of all. */
function stepsOf(scope: Scope, arrays: readonly Handle[], time: number): Step[] {
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
): Walk {
  const { ops } = scope;
  const noInput = ops.zeros([1, 0]);
  const noPeephole = ops.zeros([units]);
  const [first, ...rest] = unpack(scope, gates, time);
  const steps = state ? [] : [cellStep(scope, reshape(scope, first, [1, 4 * units]), null)];
  let before = state ?? steps[0];
  for (const bias of state ? [first, ...rest] : rest) {
    const inputs = [noInput, before.cell, before.output, recurrent, noPeephole, noPeephole, noPeephole, bias];
    const [i, cell, f, o, candidate, tanhCell, output] = scope.all('LSTMBlockCell', plainCell(ops), inputs, 7);
    before = { cell, output };
    steps.push({ i, cell, f, o, candidate, tanhCell, output });
  }
  return walked(scope, steps);
}

/** clip(slope * x + middle, 0, 1) */
function hardSigmoid(scope: Scope, x: Handle): Handle {
  const { ops } = scope;
  const one = (name: string, ...inputs: Handle[]): Handle => scope.one(name, [ops.T], inputs);
  const line = one('AddV2', one('Mul', x, ops.scalar(HARD_SIGMOID.slope)), ops.scalar(HARD_SIGMOID.middle));
  return one('ClipByValue', line, ops.scalar(0), ops.scalar(1));
}

/** One step by single ops. `gates` is [lanes, 4 * units], columns i, c, f, o. */
function cellStep(scope: Scope, gates: Handle, before: Before | null, hard = false): Step {
  const { ops } = scope;
  const one = (name: string, ...inputs: Handle[]): Handle => scope.one(name, [ops.T], inputs);
  const quarters = [ops.T, ops.integer('num_split', 4)];
  const [zi, zc, zf, zo] = scope.all('Split', quarters, [ops.index(1), gates], 4);
  const squash = (x: Handle): Handle => (hard ? hardSigmoid(scope, x) : one('Sigmoid', x));
  const [i, candidate, f, o] = [squash(zi), one('Tanh', zc), squash(zf), squash(zo)];
  const fresh = one('Mul', i, candidate);
  const cell = before ? one('AddV2', fresh, one('Mul', f, before.cell)) : fresh;
  const tanhCell = one('Tanh', cell);
  return { i, cell, f, o, candidate, tanhCell, output: one('Mul', o, tanhCell) };
}

/**
 * Many lanes whose gates are known from the input, by single ops: for few steps, for one-hot input, which has no matrix,
 * and for bfloat16 and hard gates, which BlockLSTM does not do.
 * @param gates [time * lanes, 4 * units], columns i, c, f, o
 */
export function gateSteps(
  scope: Scope,
  gates: Handle,
  recurrent: Handle,
  time: number,
  state: Before | null,
  hard: boolean,
): Walk {
  const { ops } = scope;
  const steps: Step[] = [];
  let before = state;
  const parts = [ops.T, ops.integer('num_split', time)];
  for (const fromInput of scope.all('Split', parts, [ops.index(0), gates], time)) {
    const sum = before
      ? scope.one('AddV2', [ops.T], [fromInput, batchMatMul(scope, before.output, recurrent)])
      : fromInput;
    steps.push((before = cellStep(scope, sum, before, hard)));
  }
  return walked(scope, steps);
}

function sameZeros({ ops }: Scope, lanes: number, units: number): Before {
  const zero = ops.zeros([lanes, units]);
  return { cell: zero, output: zero };
}
