import type { DataOrder } from '../data/index.ts';
import type { LanguageModel, Optimizer } from '../model/index.ts';

/** Shapes of batches that are compiled at most; the rare rest is learnt from op by op. */
const MOST_SHAPES = 4;
/** LSTM steps written down in all at most: the time to make a graph ready grows faster than they do (docs/decisions.md). */
const MOST_LSTM_STEPS = 512;

/**
 * Makes the steps of a run ready to be run in one call each, where this engine can. Which ones depends on the text and the
 * settings alone, so that a resumed run makes each step as the run before it did.
 * @param log is told where the engine does not take them
 */
export function compileSteps(
  model: LanguageModel,
  optimizer: Optimizer,
  order: DataOrder,
  log: (line: string) => void,
): void {
  const { layers } = model.config;
  let steps = 0;
  const shapes = order
    .shapes()
    .slice(0, MOST_SHAPES)
    .filter(({ time }) => (steps += time * layers) <= MOST_LSTM_STEPS);
  if (shapes.length === 0) return;
  try {
    model.compile(optimizer, shapes);
  } catch (thrown) {
    log(`Steps are made op by op: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}
