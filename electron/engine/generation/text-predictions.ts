import type { Ids } from '../data/index.ts';
import { sequenceBatch, windowBatch } from '../data/text-batch.ts';
import {
  disposeState,
  forgetLanes,
  laneState,
  type Evaluation,
  type LanguageModel,
  type ModelConfig,
  type ModelState,
} from '../model/index.ts';

/** Sums over some predictions, and where in the text the symbols stand that were predicted. */
export interface Sums extends Pick<Evaluation, 'lossSum' | 'correct' | 'count'> {
  readonly places: Uint32Array;
}

export interface BatchLimits {
  /** windows, or stretches of a text read side by side */
  lanes: number;
  /** predictions */
  rows: number;
  /** predictions in all: of a longer text so many are made, evenly spread */
  most: number;
}

/** Lanes are so few that the logits of one symbol each are 64 MiB at most. */
const LOGITS = 2 ** 24;
/** Numbers of one batch: outputs of a layer, 8 MiB, and logits, so that an end that is asked for comes soon. */
const [OUTPUTS, LOGITS_OF_BATCH] = [2 ** 21, 2 ** 27];
/** More make it no quicker. */
const MOST_ROWS = 8192;
/** A lane is at least this long, so that reading into it costs little beside it. */
const LANE_SYMBOLS = 512;
/** What a lane reads before its first prediction, to stand where one who read from the beginning would. */
const WARM_UP = 128;

/** How much to compute at once: enough to be quick, little enough for a large network or vocabulary. */
export function batchLimits({ vocabularySize, units }: Pick<ModelConfig, 'vocabularySize' | 'units'>): BatchLimits {
  const within = (...limits: number[]): number => Math.max(1, Math.floor(Math.min(...limits)));
  return {
    lanes: within(256, LOGITS / vocabularySize),
    rows: within(MOST_ROWS, OUTPUTS / units, LOGITS_OF_BATCH / vocabularySize),
    most: Infinity,
  };
}

/** Predictions that are made of a text that has so many. */
export const predictionsOf = (all: number, { most }: Pick<BatchLimits, 'most'>): number => Math.min(all, most);

/** Every window of the text, in order, or as many as there may be. */
export function* windowPredictions(model: LanguageModel, ids: Ids, { lanes, most }: BatchLimits): Generator<Sums> {
  const { windowLength } = model.config;
  const all = ids.length - windowLength;
  const windows = predictionsOf(all, { most });
  for (let first = 0; first < windows; first += lanes) {
    const startOf = (_: unknown, lane: number) => Math.floor(((first + lane) * all) / windows);
    const starts = Uint32Array.from({ length: Math.min(lanes, windows - first) }, startOf);
    const { state, ...measured } = model.evaluate(windowBatch(ids, starts, windowLength), null);
    disposeState(state);
    yield { ...measured, places: starts.map((start) => start + windowLength) };
  }
}

/**
 * Every position of the text once, or as many as there may be. A short text is read from beginning to end; a longer one in lanes side by side, each
 * of which first reads the 128 symbols before its stretch, so that the result is what one reader would find, for all
 * that an LSTM remembers of more distant symbols. Where not all are predicted, each lane leaves off before its stretch ends.
 */
export function* sequencePredictions(model: LanguageModel, ids: Ids, limits: BatchLimits): Generator<Sums> {
  const all = ids.length - 1;
  const predictions = predictionsOf(all, limits);
  const lanes = Math.max(1, Math.min(limits.lanes, Math.floor(predictions / LANE_SYMBOLS)));
  const laneLength = Math.floor(predictions / lanes);
  const apart = Math.floor(all / lanes);
  const starts = Uint32Array.from({ length: lanes }, (_, lane) => lane * apart);
  const carried: { state: ModelState | null } = { state: lanes > 1 ? warmUp(model, ids, starts) : null };
  try {
    yield* stretch(model, ids, starts, laneLength, limits.rows, carried);
    const rest = all - lanes * laneLength;
    if (rest === 0 || predictions < all) return;
    carried.state = laneState(model.kernels, carried.state!, lanes - 1);
    yield* stretch(model, ids, Uint32Array.of(lanes * laneLength), rest, limits.rows, carried);
  } finally {
    disposeState(carried.state);
  }
}

/** Predictions of all lanes over `length` symbols; the state in `carried` goes on with them. */
function* stretch(
  model: LanguageModel,
  ids: Ids,
  starts: Uint32Array,
  length: number,
  rows: number,
  carried: { state: ModelState | null },
): Generator<Sums> {
  const most = Math.max(1, Math.floor(rows / starts.length));
  for (let from = 0; from < length; from += most) {
    const time = Math.min(most, length - from);
    const firsts = starts.map((start) => start + from);
    const { state, ...measured } = model.evaluate(sequenceBatch(ids, firsts, time, false), carried.state);
    disposeState(carried.state);
    carried.state = state;
    const lanes = firsts.length;
    yield {
      ...measured,
      places: Uint32Array.from({ length: time * lanes }, (_, at) => firsts[at % lanes] + Math.floor(at / lanes) + 1),
    };
  }
}

/** The state of each lane at its start; nothing comes before the first lane, so it starts without memory. */
function warmUp(model: LanguageModel, ids: Ids, starts: Uint32Array): ModelState {
  const before = starts.map((start) => Math.max(0, start - WARM_UP));
  const { inputs } = sequenceBatch(ids, before, WARM_UP, true);
  const { state } = model.predict(inputs, WARM_UP, starts.length, null);
  const first = Array.from(starts.keys()).filter((lane) => starts[lane] === 0);
  return forgetLanes(model.kernels, state, first);
}
