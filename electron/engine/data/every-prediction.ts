import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import { predictionCounts, Sequences } from './sequences.ts';
import { windowCounts } from './shuffled-windows.ts';
import type { Ids } from './split.ts';
import { evenShare, Places, wholeText, type Stretch } from './stretches.ts';
import { windowBatch, type TextBatch } from './text-batch.ts';

const WINDOWS_AT_ONCE = 256;

/**
 * All predictions of a text in reading order, for measuring: every window (stride 1), or sequences in as many lanes as
 * training has, but never lanes shorter than four sequences, because each lane begins without memory.
 *
 * @param ids at least one symbol more than a window
 * @param limit predictions after which it ends: the first ones of each stretch are measured, of each its share
 */
export function* everyPrediction(
  ids: Ids,
  h: Hyperparameters,
  limit = Infinity,
  stretches: readonly Stretch[] = wholeText(ids),
): Generator<TextBatch> {
  if (h.context === 'sequence') {
    const counts = evenShare(predictionCounts(stretches), limit);
    const measured = stretches.map(({ start }, index) => ({ start, end: start + counts[index] + 1 }));
    const lanes = Math.floor(new Places(counts).total / (4 * h.sequenceLength));
    const batchSize = Math.max(1, Math.min(h.batchSize, lanes));
    const sequences = new Sequences(ids, { sequenceLength: h.sequenceLength, batchSize }, measured);
    for (let batch = 0; batch < sequences.batchesPerPass; batch++) yield sequences.next();
    return;
  }
  const windows = new Places(evenShare(windowCounts(stretches, h.windowLength, 1), limit));
  for (let first = 0; first < windows.total; first += WINDOWS_AT_ONCE) {
    const lanes = Math.min(WINDOWS_AT_ONCE, windows.total - first);
    const starts = Uint32Array.from({ length: lanes }, (_, lane) => {
      const { stretch, own } = windows.find(first + lane);
      return stretches[stretch].start + own;
    });
    yield windowBatch(ids, starts, h.windowLength);
  }
}
