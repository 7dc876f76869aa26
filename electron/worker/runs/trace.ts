import { AesopError } from '../../contract/errors.ts';
import { cutText, LONGEST } from '../../contract/limits.ts';
import { MOST_CHANCES, MOST_INPUTS, MOST_UNITS, type LayerStep, type Trace } from '../../contract/trace.ts';
import { chancesOf } from '../../engine/generation/chances.ts';
import { largestIds } from '../../engine/generation/largest.ts';
import { trace as traceNetwork, type TracedStep } from '../../engine/inference/trace.ts';
import { inputWidth, modelConfig } from '../../engine/model/model-config.ts';
import { readContext, rightBehind, symbolsRead } from '../../engine/text/prompts/context.ts';
import { writtenBehind } from '../../engine/text/prompts/written.ts';
import { saidOf } from '../../engine/training/pinned-contexts.ts';
import type { Job } from '../job.ts';
import { lookInto } from './look-into.ts';

const rising = (ids: number[]): number[] => ids.sort((a, b) => a - b);

/** The units that say most at the last symbol, with their numbers at each. */
function layerOf(steps: readonly TracedStep[]): Trace['layers'][number] {
  const { hidden } = steps[steps.length - 1];
  const units = rising(largestIds(Float32Array.from(hidden, Math.abs), Math.min(MOST_UNITS, hidden.length)));
  const ofUnits = (step: TracedStep): LayerStep => {
    const chosen = (values: Float64Array) => units.map((unit) => values[unit]);
    const { input, forget, candidate, output, cell, hidden: passedOn } = step;
    return {
      input: chosen(input),
      forget: chosen(forget),
      candidate: chosen(candidate),
      output: chosen(output),
      cell: chosen(cell),
      hidden: chosen(passedOn),
    };
  };
  return { width: hidden.length, units, steps: steps.map(ofUnits) };
}

/** Follows a context through the network of the checkpoint nearest to a step, where step 0 counts as one. */
export const trace: Job<'trace'> = async ({ workspace: root, run: id, step, pin }, { signal }) => {
  const found = await lookInto(root, id, signal, step);
  const { run, vocabulary, tokenizer, weights, ids: text } = found;
  const config = modelConfig(run.hyperparameters, vocabulary.size);
  const { ids } = readContext(pin.text, symbolsRead(config), vocabulary, tokenizer);
  if (ids.length === 0) throw new AesopError('pin-empty');
  const right = rightBehind(ids, pin.next, vocabulary, tokenizer, text);
  const { inputs, layers, logits } = traceNetwork(config, weights, ids);
  const { chances, order } = chancesOf(logits, MOST_CHANCES);
  const written = (symbol: number, before: number | undefined) =>
    cutText(writtenBehind(vocabulary, tokenizer, symbol, before), LONGEST.shownSymbol);
  const numbersOf = (values: Float64Array) =>
    config.input === 'one-hot' ? [] : Array.from(values.slice(0, MOST_INPUTS));
  return {
    step: found.step,
    input: config.input,
    inputWidth: inputWidth(config),
    symbols: Array.from(ids, (symbol, at) => ({
      id: symbol,
      text: written(symbol, ids[at - 1]),
      numbers: numbersOf(inputs[at]),
    })),
    layers: layers.map(layerOf),
    vocabularySize: vocabulary.size,
    chances: rising(order).map((symbol) => ({
      id: symbol,
      symbol: written(symbol, ids[ids.length - 1]),
      chance: chances[symbol],
    })),
    right: right ?? null,
    said: saidOf(pin, logits, { ids, right }, vocabulary, tokenizer) ?? null,
  };
};
