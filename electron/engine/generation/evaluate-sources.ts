import type { Ids } from '../data/index.ts';
import type { LanguageModel } from '../model/index.ts';
import { evaluateModel, type EvaluateOptions, type Measured } from './evaluate.ts';

/** What was measured of several texts, as if of one: each counts by its predictions. */
function together(measured: readonly Measured[]): Measured {
  const predictions = measured.reduce((sum, each) => sum + each.predictions, 0);
  const mean = (of: (each: Measured) => number) =>
    measured.reduce((sum, each) => sum + of(each) * (each.predictions / predictions), 0);
  const loss = mean((each) => each.loss);
  const accuracy = mean((each) => each.accuracy);
  return { predictions, loss, accuracy, perplexity: Math.min(Math.exp(loss), Number.MAX_VALUE) };
}

/**
 * Measures a model over a text of several sources, each by itself: no window spans a border, and a sequence model begins
 * each without memory. Sources too short for a prediction are passed over.
 *
 * @param text with the first symbol of each source, the first at 0
 * @throws AesopError as `evaluateModel`
 */
export async function evaluateSources(
  model: LanguageModel,
  { ids, starts }: { ids: Ids; starts: readonly number[] },
  { onProgress, ...options }: EvaluateOptions = {},
): Promise<Measured> {
  const history = model.config.context === 'window' ? model.config.windowLength : 1;
  const sources = starts
    .map((start, index) => ({ start, end: starts[index + 1] ?? ids.length }))
    .filter(({ start, end }) => end - start > history);
  if (starts.length === 1 || sources.length === 0) return evaluateModel(model, ids, { onProgress, ...options });
  const measured: Measured[] = [];
  const total = sources.reduce((sum, { start, end }) => sum + end - start, 0);
  let before = 0;
  for (const { start, end } of sources) {
    const share = (end - start) / total;
    const report = (fraction: number) => onProgress?.(before + fraction * share);
    measured.push(await evaluateModel(model, ids.subarray(start, end), { ...options, onProgress: report }));
    before += share;
  }
  return together(measured);
}
