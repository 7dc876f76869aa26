import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import { Sequences } from './sequences.ts';
import { windowCount } from './shuffled-windows.ts';
import type { Ids } from './split.ts';
import { windowBatch, type TextBatch } from './text-batch.ts';

const WINDOWS_AT_ONCE = 256;

/**
 * All predictions of a text in reading order, for measuring: every window (stride 1), or sequences in as many lanes as
 * training has, but never lanes shorter than four sequences, because each lane begins without memory.
 *
 * @param ids at least one symbol more than a window
 * @param limit predictions after which it ends: the first ones of the text are measured
 */
export function* everyPrediction(ids: Ids, h: Hyperparameters, limit = Infinity): Generator<TextBatch> {
  if (h.context === 'sequence') {
    const measured = ids.subarray(0, Math.min(ids.length, limit + 1));
    const lanes = Math.floor((measured.length - 1) / (4 * h.sequenceLength));
    const batchSize = Math.max(1, Math.min(h.batchSize, lanes));
    const sequences = new Sequences(measured, { sequenceLength: h.sequenceLength, batchSize });
    for (let batch = 0; batch < sequences.batchesPerPass; batch++) yield sequences.next();
    return;
  }
  const windows = Math.min(limit, windowCount(ids.length, h.windowLength, 1));
  for (let start = 0; start < windows; start += WINDOWS_AT_ONCE) {
    const lanes = Math.min(WINDOWS_AT_ONCE, windows - start);
    const starts = Uint32Array.from({ length: lanes }, (_, lane) => start + lane);
    yield windowBatch(ids, starts, h.windowLength);
  }
}
