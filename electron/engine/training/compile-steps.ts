import type { BatchShape, LanguageModel, Optimizer } from '../model/index.ts';

/** Shapes of batches that are compiled at most; the rare rest is learnt from op by op. */
const MOST_SHAPES = 4;
/** LSTM steps written down in all at most: the time to make a graph ready grows faster than they do (docs/decisions.md). */
const MOST_LSTM_STEPS = 512;

/**
 * Makes steps ready to be run in one call each, where this engine can. Which ones depends on the shapes alone, so that a
 * resumed run makes each step as the run before it did.
 * @param shapes of the batches, the most frequent first
 * @param log is told where the engine does not take them
 */
export function compileSteps(
  model: LanguageModel,
  optimizer: Optimizer,
  shapes: readonly BatchShape[],
  log: (line: string) => void = () => {},
): void {
  const { layers } = model.config;
  let steps = 0;
  const taken = shapes.slice(0, MOST_SHAPES).filter(({ time }) => (steps += time * layers) <= MOST_LSTM_STEPS);
  if (taken.length === 0) return;
  try {
    model.compile(optimizer, taken);
  } catch (thrown) {
    log(`Steps are made op by op: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}
