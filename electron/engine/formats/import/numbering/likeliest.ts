import { weightCount } from '../../../../contract/network-size.ts';
import type { InferenceNetwork } from '../../../inference/network.ts';
import { inferenceOf } from '../inference-of.ts';
import { idScales, type IdScale } from '../../../../contract/foreign-formats.ts';
import type { ForeignModel } from '../foreign-model.ts';
import type { Numbering } from './characters.ts';
import { ofScale } from './id-scale.ts';

/** Symbols that a model of sequences reads before it is asked. */
const READ = 40;
/** Places of the text at which it is asked, fewer of a large one: products of all of them together. */
const [FEWEST, MOST, PRODUCTS] = [8, 32, 4e9];
/** Characters beside what is read, since some of them may be none to the model. */
const SPARE = 2;

/** -ln of the chance of a symbol. */
function surprise(logits: Float32Array, id: number): number {
  const highest = logits.reduce((high, logit) => Math.max(high, logit), -Infinity);
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - highest), 0);
  return Math.log(sum) + highest - logits[id];
}

/** Stretches of the text, evenly spread, each as the ids of what is read and of what follows. */
function stretches(text: string, { symbols, learnt }: Numbering, length: number, count: number): number[][] {
  const ids = new Map(symbols.map((symbol, id) => [symbol, id]));
  const characters = SPARE * (length + 1);
  return Array.from({ length: count }, (_, at) => {
    const start = Math.floor((at * Math.max(0, text.length - characters)) / count);
    const piece = [...learnt(text.slice(start, start + characters))].flatMap((symbol) => ids.get(symbol) ?? []);
    return piece.slice(0, length + 1);
  }).filter((piece) => piece.length === length + 1);
}

function meanSurprise(network: InferenceNetwork, pieces: readonly (readonly number[])[]): number {
  const each = pieces.map((ids) => surprise(network.read(ids.slice(0, -1), network.start()), ids.at(-1)!));
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

/**
 * Which numbering of a text a model learnt, and how the numbers were scaled that it reads: that by which it foresees the text
 * best. No file says it, and by another it would tell nonsense.
 * @param numberings at least one
 * @param scale where a person says it
 */
export async function likeliest(
  model: ForeignModel,
  text: string,
  numberings: readonly Numbering[],
  scale?: IdScale,
): Promise<{ model: ForeignModel; numbering: Numbering }> {
  const scales = scale === undefined ? idScales : [scale];
  const models = model.scaleUnsaid ? scales.map((each) => ofScale(model, each)) : [model];
  let best = { model: models[0], numbering: numberings[0], surprise: Infinity };
  if (models.length * numberings.length === 1) return best;
  const length = model.network.context === 'window' ? model.network.windowLength : READ;
  for (const each of models) {
    const network = await inferenceOf(each);
    const reads = weightCount(each.network, each.network.vocabularySize) * length * models.length * numberings.length;
    const count = Math.round(Math.min(MOST, Math.max(FEWEST, PRODUCTS / reads)));
    for (const numbering of numberings) {
      const pieces = stretches(text, numbering, length, count);
      const found = meanSurprise(network, pieces);
      if (pieces.length > 0 && found < best.surprise) best = { model: each, numbering, surprise: found };
    }
  }
  return best;
}
