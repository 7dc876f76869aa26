import * as tf from '@tensorflow/tfjs-core';
import { movesWhole } from '../../../contract/network-size.ts';
import { isIds, type LayerState, type LstmGradients, type LstmTape } from '../arithmetic.ts';
import { HARD_SIGMOID } from '../gates.ts';
import { groupIds } from '../group-ids.ts';
import { denseGradient, rowsGradient, type PortableGradient } from './portable-gradient.ts';
import type { PortableIds } from './portable-ids.ts';
import type { PortableVariable } from './portable-variable.ts';
import { product } from './product.ts';
import { tidy } from './tidy.ts';

export interface PortableLstm {
  readonly input: PortableVariable;
  readonly recurrent: PortableVariable;
  readonly bias: PortableVariable;
  readonly hardGates: boolean;
}

/** Cell and output, each [lanes, units]. */
export interface PortableState extends LayerState {
  readonly cell: tf.Tensor;
  readonly output: tf.Tensor;
}

/** One time step as the backward pass needs it, each [lanes, units]. */
interface Step {
  readonly i: tf.Tensor2D;
  readonly f: tf.Tensor2D;
  readonly g: tf.Tensor2D;
  readonly o: tf.Tensor2D;
  readonly tanhCell: tf.Tensor2D;
  readonly previous: PortableState;
}

export interface PortableTape extends LstmTape {
  readonly x: tf.Tensor3D | PortableIds;
  readonly steps: readonly Step[];
}

const split = (gates: tf.Tensor2D): tf.Tensor2D[] => tf.split(gates, 4, 1);

const squashed = (x: tf.Tensor, hard: boolean): tf.Tensor2D =>
  hard
    ? tf.clipByValue(tf.add(tf.mul(x, HARD_SIGMOID.slope), HARD_SIGMOID.middle) as tf.Tensor2D, 0, 1)
    : (tf.sigmoid(x) as tf.Tensor2D);

/** Slope of what squashes a gate, where that let `gate` through. */
function slope(gate: tf.Tensor, hard: boolean): tf.Tensor {
  const logistic = tf.mul(gate, tf.sub(1, gate));
  return hard ? tf.mul(tf.sign(logistic), HARD_SIGMOID.slope) : logistic;
}

/** x · input for all time steps at once: [time, lanes, 4 * units]. */
function inputGates(input: tf.Tensor2D, x: tf.Tensor3D | PortableIds): tf.Tensor3D {
  if (isIds(x)) return tf.gather<tf.Tensor>(input, x.tensor) as tf.Tensor3D;
  const [time, lanes, inputs] = x.shape;
  return tf.reshape(tf.matMul(tf.reshape(x, [time * lanes, inputs]), input), [time, lanes, -1]);
}

/** See `Arithmetic.lstmForward`. */
export function lstmForward(
  layer: PortableLstm,
  x: tf.Tensor3D | PortableIds,
  state: PortableState | null,
): PortableTape {
  const owned: tf.Tensor[] = [];
  const own = <T extends tf.Tensor>(tensor: T): T => {
    owned.push(tensor);
    return tensor;
  };
  const parts = tidy(() => {
    const fromInput = tf.unstack(tf.add(inputGates(layer.input.matrix, x), layer.bias.tensor)) as tf.Tensor2D[];
    const squash = (x: tf.Tensor) => squashed(x, layer.hardGates);
    const lanes = fromInput[0].shape[0];
    const units = layer.recurrent.shape[0];
    let previous: PortableState = state ?? { cell: tf.zeros([lanes, units]), output: tf.zeros([lanes, units]) };
    const steps: Step[] = [];
    for (const gatesFromInput of fromInput) {
      const gates = tf.add(
        gatesFromInput,
        tf.matMul(previous.output as tf.Tensor2D, layer.recurrent.matrix),
      ) as tf.Tensor2D;
      const [zi, zf, zg, zo] = split(gates);
      const [i, f, g, o] = [squash(zi), squash(zf), tf.tanh(zg), squash(zo)];
      const cell = tf.add(tf.mul(f, previous.cell), tf.mul(i, g)) as tf.Tensor2D;
      const tanhCell = tf.tanh(cell);
      steps.push({ i, f, g, o, tanhCell, previous });
      previous = { cell, output: tf.mul(o, tanhCell) as tf.Tensor2D };
    }
    const outputs = tf.stack([...steps.slice(1).map((step) => step.previous.output), previous.output]) as tf.Tensor3D;
    for (const { i, f, g, o, tanhCell, previous: before } of steps)
      [i, f, g, o, tanhCell, before.cell, before.output].forEach((tensor) => own(tf.keep(tensor)));
    [outputs, previous.cell, previous.output].forEach((tensor) => own(tf.keep(tensor)));
    return { outputs, last: previous, steps };
  });
  const borrowed = new Set<tf.Tensor>(state ? [state.cell, state.output] : []);
  const { outputs, last, steps } = parts;
  return {
    x,
    outputs,
    steps,
    lastOutput: () => tf.clone(last.output),
    lastState: () => ({ cell: tf.clone(last.cell), output: tf.clone(last.output) }),
    dispose: () => owned.forEach((tensor) => borrowed.has(tensor) || tensor.dispose()),
  };
}

/** d gates of every step, from the last to the first, [time * lanes, 4 * units]. */
function gateGradients(layer: PortableLstm, tape: PortableTape, outputGradient: tf.Tensor): tf.Tensor2D {
  const time = tape.steps.length;
  const fromAbove = outputGradient.rank === 3 ? (tf.unstack(outputGradient) as tf.Tensor2D[]) : null;
  const perStep: tf.Tensor2D[] = new Array(time);
  const recurrent = tf.transpose(layer.recurrent.matrix);
  let cellGradient: tf.Tensor | null = null;
  let carried: tf.Tensor | null = fromAbove ? null : outputGradient;
  for (let t = time - 1; t >= 0; t--) {
    const { i, f, g, o, tanhCell, previous } = tape.steps[t];
    const above = fromAbove?.[t];
    const dh: tf.Tensor = above && carried ? tf.add(above, carried) : (above ?? carried)!;
    const throughOutput = tf.mul(tf.mul(dh, o), tf.sub(1, tf.square(tanhCell)));
    const dc: tf.Tensor = cellGradient ? tf.add(throughOutput, cellGradient) : throughOutput;
    const gates = tf.concat(
      [
        tf.mul(tf.mul(dc, g), slope(i, layer.hardGates)),
        tf.mul(tf.mul(dc, previous.cell), slope(f, layer.hardGates)),
        tf.mul(tf.mul(dc, i), tf.sub(1, tf.square(g))),
        tf.mul(tf.mul(dh, tanhCell), slope(o, layer.hardGates)),
      ],
      1,
    ) as tf.Tensor2D;
    perStep[t] = gates;
    cellGradient = tf.mul(dc, f);
    carried = tf.matMul(gates, recurrent);
  }
  return tf.concat(perStep, 0);
}

/** Sums the rows of one id: [distinct, columns], or the shape of the table where it moves as a whole. */
export function sumRows(table: PortableVariable, ids: PortableIds, values: tf.Tensor2D): PortableGradient {
  if (movesWhole(table.shape)) {
    const [rows, columns] = table.shape;
    const places = tf.reshape(ids.tensor, [-1, 1]);
    return denseGradient(tf.scatterND(places, values, [rows, columns]));
  }
  const { distinct, places } = groupIds(ids.values);
  const summed = tf.scatterND(tf.tensor2d(places, [places.length, 1], 'int32'), values, [
    distinct.length,
    values.shape[1],
  ]);
  return rowsGradient(tf.tensor1d(distinct, 'int32'), summed as tf.Tensor2D);
}

/** See `Arithmetic.lstmBackward`. */
export function lstmBackward(
  layer: PortableLstm,
  tape: PortableTape,
  outputGradient: tf.Tensor,
  wantsX: boolean,
): LstmGradients {
  const { x } = tape;
  const gates = gateGradients(layer, tape, outputGradient);
  const before = tf.concat(
    tape.steps.map((step) => step.previous.output as tf.Tensor2D),
    0,
  );
  const recurrent = denseGradient(product(before, gates, true));
  const bias = denseGradient(tf.sum(gates, 0));
  if (isIds(x)) return { input: sumRows(layer.input, x, gates), recurrent, bias, x: null };
  const [time, lanes, inputs] = x.shape;
  const input = denseGradient(product(tf.reshape(x, [time * lanes, inputs]), gates, true));
  const dx = wantsX ? tf.reshape<tf.Rank.R3>(product(gates, layer.input.matrix, false, true), x.shape) : null;
  return { input, recurrent, bias, x: dx };
}
