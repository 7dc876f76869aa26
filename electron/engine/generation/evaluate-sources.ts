import type { LanguageModel } from '../model/index.ts';
import { PredictedText } from '../text/vocabulary/predicted-text.ts';
import { symbolAt, type NumberedText } from '../text/vocabulary/unknown-symbols.ts';
import type { Vocabulary } from '../text/vocabulary/vocabulary.ts';
import { evaluateModel, evaluateText, type EvaluateOptions, type Measured } from './evaluate.ts';

/** What was measured of several texts, as if of one: each counts by its predictions. */
function overSources(measured: readonly Measured[]): Measured {
  const predictions = measured.reduce((sum, each) => sum + each.predictions, 0);
  const mean = (of: (each: Measured) => number) =>
    measured.reduce((sum, each) => sum + of(each) * (each.predictions / predictions), 0);
  const loss = mean((each) => each.loss);
  const accuracy = mean((each) => each.accuracy);
  const isSample = measured.some((each) => each.isSample);
  return { predictions, isSample, loss, accuracy, perplexity: Math.min(Math.exp(loss), Number.MAX_VALUE) };
}

/**
 * Measures a model over the text that it learnt from, each source of it by itself: no window spans a border, and a sequence
 * model begins each without memory. Sources too short for a prediction are passed over.
 *
 * @param text in the model's vocabulary, with the first symbol of each source, the first at 0
 * @param limits of these `most` is for all sources together: each has its share
 * @throws AesopError as `evaluateModel`
 */
export async function evaluateSources(
  loaded: { model: LanguageModel; vocabulary: Vocabulary },
  text: NumberedText & { readonly starts: readonly number[] },
  { onProgress, limits, ...options }: EvaluateOptions = {},
): Promise<Measured & { bitsPerCharacter: number | null }> {
  const { config } = loaded.model;
  const { ids, starts } = text;
  const history = config.context === 'window' ? config.windowLength : 1;
  const sources = starts
    .map((start, index) => ({ start, end: starts[index + 1] ?? ids.length }))
    .filter(({ start, end }) => end - start > history);
  if (starts.length === 1 || sources.length === 0)
    return evaluateText(loaded, text, { onProgress, limits, ...options });
  const measured: Measured[] = [];
  const total = sources.reduce((sum, { start, end }) => sum + end - start, 0);
  let [before, from] = [0, 0];
  const predicted = new PredictedText(loaded.vocabulary, (place) => symbolAt(text, from + place));
  for (const { start, end } of sources) {
    const share = (end - start) / total;
    const report = (fraction: number) => onProgress?.(before + fraction * share);
    from = start;
    const most = limits?.most === undefined ? Infinity : Math.ceil(limits.most * share);
    const how = { ...options, limits: { ...limits, most }, onProgress: report, predicted };
    measured.push(await evaluateModel(loaded.model, ids.subarray(start, end), how));
    before += share;
  }
  const all = overSources(measured);
  return { ...all, bitsPerCharacter: predicted.bitsPerCharacter(all.loss) };
}
