import { defaultHyperparameters, type Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import type { Report, Sample } from '../../../electron/contract/run.ts';
import { createKernels, type Kernels } from '../../../electron/engine/kernels/index.ts';
import { Random } from '../../../electron/engine/random.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { UnknownSymbols } from '../../../electron/engine/text/vocabulary/unknown-symbols.ts';
import { Vocabulary } from '../../../electron/engine/text/vocabulary/vocabulary.ts';
import {
  train,
  type CheckpointState,
  type NamedArrays,
  type TrainingOptions,
  type TrainingResult,
} from '../../../electron/engine/training/index.ts';

/** A text in which a symbol mostly follows from the one before: there is something to learn. */
export function chain(symbols: number, classes = 12, seed = 7): Uint16Array {
  const random = new Random(seed);
  const ids = new Uint16Array(symbols);
  for (let k = 1; k < symbols; k++)
    ids[k] = random.uniform() < 0.85 ? (5 * ids[k - 1] + 3) % classes : random.integer(classes);
  return ids;
}

export function letters(classes = 12): Vocabulary {
  const symbols = Array.from({ length: classes }, (_, id) => String.fromCharCode(97 + id));
  return new Vocabulary({ tokenizer: 'characters', lowercase: false }, symbols, new Array(classes).fill(1));
}

/** Settings of a tiny network. */
export function tiny(values: Partial<Hyperparameters> = {}): Hyperparameters {
  const base = { tokenizer: 'characters', embeddingSize: 8, units: 12, windowLength: 3, batchSize: 8 } as const;
  const pace = { steps: 30, reportEvery: 4, evaluateEvery: 8, checkpointEvery: 1000, learningRate: 0.01 } as const;
  return { ...defaultHyperparameters(), ...base, ...pace, ...values };
}

/** The arrays as a disk would have them. */
const copied = (arrays: NamedArrays): NamedArrays =>
  Object.fromEntries(Object.entries(arrays).map(([name, { shape, data }]) => [name, { shape, data }]));

export interface Trained extends TrainingResult {
  reports: Report[];
  live: boolean[];
  samples: Sample[];
  checkpoints: { checkpoint: CheckpointState; best: boolean }[];
  /** the model's weights by name; the model itself is disposed */
  weights: Record<string, Float32Array>;
  /** tensors that nobody disposed */
  left: number;
}

/**
 * Trains on this machine's engine and gathers everything; checkpoints pass through JSON as a disk would have them.
 * @param earlier checkpoints of the run before it was resumed
 * @param change makes the kernels behave otherwise
 */
export async function trainTiny(
  h: Hyperparameters,
  options: Partial<TrainingOptions> = {},
  earlier: Trained['checkpoints'] = [],
  change: (kernels: Kernels) => Kernels = (kernels) => kernels,
): Promise<Trained> {
  const gathered = { reports: [] as Report[], live: [] as boolean[], samples: [] as Sample[] };
  const checkpoints: Trained['checkpoints'] = [];
  const kernels = change(createKernels(await loadRuntime()));
  const before = kernels.liveTensors;
  const result = await train({
    ids: chain(300),
    vocabulary: letters(),
    unknown: new UnknownSymbols(),
    hyperparameters: h,
    kernels,
    signal: { requested: () => undefined },
    sink: {
      report: (report, live) => void (gathered.reports.push(report), gathered.live.push(live)),
      sample: (sample) => void gathered.samples.push(sample),
      checkpoint: async (checkpoint, { best }) => {
        const state = JSON.parse(JSON.stringify(checkpoint.state)) as CheckpointState['state'];
        const [weights, optimizer] = [copied(checkpoint.weights), copied(checkpoint.optimizer)];
        checkpoints.push({ checkpoint: { ...checkpoint, weights, optimizer, state }, best });
      },
      readBest: async () => [...earlier, ...checkpoints].findLast(({ best }) => best)?.checkpoint.weights,
    },
    ...options,
  });
  const weights = Object.fromEntries(result.model.parameters.map((each) => [each.name, each.values()]));
  result.model.dispose();
  const left = kernels.liveTensors - before;
  kernels.dispose();
  return { ...result, ...gathered, checkpoints, weights, left };
}

/** Asks to `word` after `steps` steps. */
export function askAfter(steps: number, word: 'stop' | 'pause'): TrainingOptions['signal'] {
  let asked = 0;
  return { requested: () => (asked++ >= steps ? word : undefined) };
}

/** A report without what depends on the clock. */
export function timeless(report: Report): Partial<Report> {
  const { seconds: _s, secondsLeft: _l, symbolsPerSecond: _r, memory: _m, ...rest } = report;
  return rest;
}
