import type { Ids } from '../data/index.ts';
import { sequenceBatch, windowBatch } from '../data/text-batch.ts';
import {
  disposeState,
  forgetLanes,
  laneState,
  type Evaluation,
  type LanguageModel,
  type ModelState,
} from '../model/index.ts';

/** Sums over some predictions. */
export type Sums = Pick<Evaluation, 'lossSum' | 'correct' | 'count'>;

export interface BatchLimits {
  /** windows, or stretches of a text read side by side */
  lanes: number;
  /** predictions */
  rows: number;
}

/** Numbers in one batch's logits, 64 MiB. */
const LOGITS = 2 ** 24;
/** A lane is at least this long, so that reading into it costs little beside it. */
const LANE_SYMBOLS = 512;
/** What a lane reads before its first prediction, to stand where one who read from the beginning would. */
const WARM_UP = 128;

/** How much to compute at once: enough to be quick, little enough for the logits of a large vocabulary. */
export function batchLimits(vocabularySize: number): BatchLimits {
  const rows = Math.max(1, Math.min(2048, Math.floor(LOGITS / vocabularySize)));
  return { lanes: Math.min(256, rows), rows };
}

/** Every window of the text, in order. */
export function* windowPredictions(model: LanguageModel, ids: Ids, { lanes }: BatchLimits): Generator<Sums> {
  const { windowLength } = model.config;
  const windows = ids.length - windowLength;
  for (let first = 0; first < windows; first += lanes) {
    const starts = Uint32Array.from({ length: Math.min(lanes, windows - first) }, (_, lane) => first + lane);
    const measured = model.evaluate(windowBatch(ids, starts, windowLength), null);
    disposeState(measured.state);
    yield measured;
  }
}

/**
 * Every position of the text once. A short text is read from beginning to end; a longer one in lanes side by side, each
 * of which first reads the 128 symbols before its stretch, so that the result is what one reader would find, for all
 * that an LSTM remembers of more distant symbols.
 */
export function* sequencePredictions(model: LanguageModel, ids: Ids, limits: BatchLimits): Generator<Sums> {
  const predictions = ids.length - 1;
  const lanes = Math.max(1, Math.min(limits.lanes, Math.floor(predictions / LANE_SYMBOLS)));
  const laneLength = Math.floor(predictions / lanes);
  const starts = Uint32Array.from({ length: lanes }, (_, lane) => lane * laneLength);
  const carried: { state: ModelState | null } = { state: lanes > 1 ? warmUp(model, ids, starts) : null };
  try {
    yield* stretch(model, ids, starts, laneLength, limits.rows, carried);
    const rest = predictions - lanes * laneLength;
    if (rest === 0) return;
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
    const batch = sequenceBatch(
      ids,
      starts.map((start) => start + from),
      time,
      false,
    );
    const measured = model.evaluate(batch, carried.state);
    disposeState(carried.state);
    carried.state = measured.state;
    yield measured;
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
