import { performance } from 'node:perf_hooks';
import { stepWork, type Work } from '../../electron/advice/step-cost.ts';
import type { Kernels } from '../../electron/engine/kernels/index.ts';
import { Eager } from '../../electron/engine/kernels/tensorflow/eager.ts';
import { Machine } from '../../electron/engine/kernels/wasm/machine.ts';
import { LanguageModel } from '../../electron/engine/model/index.ts';
import { Random } from '../../electron/engine/random.ts';
import { median } from './measure.ts';
import { ourTraining } from './ours.ts';
import { TRAINING, type TrainingSubject } from './subjects.ts';

type Part = 'products, cells' | 'softmax' | 'optimiser' | 'the rest';

/** What each op of TensorFlow, and each operation of ours, which multiplies in cells and updates too, is for. */
const NAMES: Readonly<Record<Part, readonly string[]>> = {
  'products, cells': [
    ...['MatMul', 'BatchMatMulV2', 'BiasAdd', 'LSTMBlockCell', 'LSTMBlockCellGrad', 'BlockLSTM', 'Sigmoid', 'Tanh'],
    ...['product', 'turnedProduct', 'lstmForward', 'lstmBackward'],
  ],
  softmax: [
    ...['Softmax', 'SparseSoftmaxCrossEntropyWithLogits', 'InTopKV2', 'Max', 'InplaceSub', 'GatherNd'],
    'crossEntropy',
  ],
  optimiser: [
    ...['ResourceApplyAdam', 'ResourceApplyRMSProp', 'ResourceApplyGradientDescent', 'ResourceApplyMomentum', 'L2Loss'],
    ...['updateAll', 'updateByProduct', 'updateRows', 'squares', 'squareOfProduct'],
  ],
  'the rest': [],
};
const PARTS = new Map(Object.entries(NAMES).flatMap(([part, names]) => names.map((name) => [name, part as Part])));

interface Heard {
  milliseconds: number;
  calls: number;
}

/** Milliseconds and calls by name, of all that the engines are asked to do until `stop`. */
function listening(): { heard: Map<string, Heard>; stop(): void } {
  const heard = new Map<string, Heard>();
  const note = (name: string, began: number) => {
    const known = heard.get(name) ?? { milliseconds: 0, calls: 0 };
    known.milliseconds += performance.now() - began;
    known.calls++;
    heard.set(name, known);
  };
  const [op, operation] = [Eager.prototype.run, Machine.prototype.run];
  Eager.prototype.run = function (...asked) {
    const began = performance.now();
    try {
      return op.apply(this, asked);
    } finally {
      note(asked[0], began);
    }
  };
  Machine.prototype.run = function (...asked) {
    const began = performance.now();
    operation.apply(this, asked);
    note(asked[0], began);
  };
  const stop = () => {
    Eager.prototype.run = op;
    Machine.prototype.run = operation;
  };
  return { heard, stop };
}

/** Milliseconds from which on a floor says something. */
const TELLING = 0.1;

/** Bytes a second that this process copies, those read and those written. */
function bandwidth(): number {
  const from = new Float32Array(2 ** 24).fill(1);
  const to = new Float32Array(from.length);
  const times = Array.from({ length: 9 }, () => {
    const began = performance.now();
    to.set(from);
    return (performance.now() - began) / 1000;
  });
  return (2 * from.byteLength) / median(times);
}

/** Additions and multiplications a second of the engine at its best: a product of large matrices, of which little is written. */
function peak(kernels: Kernels): number {
  const [units, vocabularySize, lanes] = [2048, 2048, 1024];
  const config = { ...TRAINING[0].config, units, vocabularySize, windowLength: 1 };
  const model = LanguageModel.create(config, kernels, new Random(1));
  const x = kernels.tensor(new Float32Array(lanes * units).fill(0.5), [lanes, units]);
  const [output, bias] = model.weights.slice(-2).map(({ parts }) => parts[0]);
  const times = Array.from({ length: 7 }, () => {
    const began = performance.now();
    const logits = kernels.project(x, output, bias, false);
    logits.dispose();
    return (performance.now() - began) / 1000;
  });
  x.dispose();
  model.dispose();
  return (2 * lanes * units * vocabularySize) / Math.min(...times);
}

function workOf({ config, time, lanes, optimizer, drawn = 0 }: TrainingSubject) {
  const batch = { sequenceLength: time, batchSize: lanes };
  const work: Work = { ...config, ...batch, optimizer: optimizer.kind, momentum: 0, sampledSoftmax: drawn };
  return stepWork(work, config.vocabularySize);
}

/** Milliseconds that each part takes at least: what must be computed, and each number read and written once. */
function floors(subject: TrainingSubject, operations: number, bytes: number): Record<Part, number> {
  const { products, logits, cells, moved, kept } = workOf(subject);
  const moving = (numbers: number) => (1000 * 4 * numbers) / bytes;
  // with few rows it is the weights that take their time
  const multiplying = products.reduce((sum, { rows, inner, columns, times }) => {
    const weights = inner * columns;
    return sum + times * Math.max((1000 * 2 * rows * weights) / operations, moving(weights));
  }, 0);
  return {
    // of cells four gates, state and output, forward and back
    'products, cells': multiplying + moving(12 * cells),
    softmax: moving(2 * logits),
    optimiser: moving(3 * moved + 2 * kept),
    'the rest': 0,
  };
}

/** A step by its parts, op by op, and how far each stands from what it takes at least on this machine. */
export async function measureProfile(subject: TrainingSubject, kernels: Kernels): Promise<void> {
  const { steps, title } = subject;
  const floor = floors(subject, peak(kernels), bandwidth());
  const training = ourTraining(subject, kernels, false);
  await training.run(3);
  const { heard, stop } = listening();
  const whole = await training.run(steps);
  stop();
  training.dispose();
  const parts = new Map<Part, Heard>();
  for (const [name, { milliseconds, calls }] of heard) {
    const part = PARTS.get(name) ?? 'the rest';
    const sum = parts.get(part) ?? { milliseconds: 0, calls: 0 };
    parts.set(part, { milliseconds: sum.milliseconds + milliseconds / steps, calls: sum.calls + calls / steps });
  }
  const inside = [...parts.values()].reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const own = (whole - inside).toFixed(2);
  console.log(`\n${title}, ${kernels.name}, op by op: ${whole.toFixed(2)} ms, ${own} of them in JavaScript`);
  for (const [part, { milliseconds, calls }] of [...parts].sort(([, a], [, b]) => b.milliseconds - a.milliseconds)) {
    const [least, times] = [floor[part].toFixed(2), (milliseconds / floor[part]).toFixed(1)];
    const above = floor[part] > TELLING ? `, ${times} times the ${least} ms that it takes at least` : '';
    console.log(`  ${part.padEnd(16)}${milliseconds.toFixed(2).padStart(9)} ms in ${calls.toFixed(0)} calls${above}`);
  }
}
