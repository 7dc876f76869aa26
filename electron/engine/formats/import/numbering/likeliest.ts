import { weightCount } from '../../../../contract/network-size.ts';
import type { InferenceNetwork } from '../../../inference/network.ts';
import { inferenceOf } from '../inference-of.ts';
import type { IdScale } from '../../../../contract/foreign-formats.ts';
import type { ForeignModel } from '../foreign-model.ts';
import type { Numbering } from './characters.ts';
import { ofScaling, scalingsOf, standardOf } from './id-scale.ts';

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

interface Candidate {
  readonly model: ForeignModel;
  readonly numberings: readonly Numbering[];
}

/** The numbers of a text's symbols; what has none is passed over. */
function idsOf(text: string, { symbols }: Numbering): number[] {
  const ids = new Map(symbols.map((symbol, id) => [symbol, id]));
  return [...text].flatMap((symbol) => ids.get(symbol) ?? []);
}

/** What the model may be, and the numberings that each is asked by: a mean of numbers is that of one numbering. */
function candidatesOf(
  model: ForeignModel,
  text: string,
  numberings: readonly Numbering[],
  scale?: IdScale,
): Candidate[] {
  if (!model.scaleUnsaid) return [{ model, numberings }];
  const plain = scalingsOf(model, scale).map((scaling) => ({ model: ofScaling(model, scaling), numberings }));
  if (scale !== undefined) return plain;
  const standard = numberings.flatMap((numbering) => {
    const scaling = standardOf(idsOf(numbering.learnt(text), numbering));
    return scaling ? [{ model: ofScaling(model, scaling), numberings: [numbering] }] : [];
  });
  return [...plain, ...standard];
}

/** Stretches of the text, evenly spread, each as the ids of what is read and of what follows. */
function stretches(text: string, numbering: Numbering, length: number, count: number): number[][] {
  const characters = SPARE * (length + 1);
  return Array.from({ length: count }, (_, at) => {
    const start = Math.floor((at * Math.max(0, text.length - characters)) / count);
    return idsOf(numbering.learnt(text.slice(start, start + characters)), numbering).slice(0, length + 1);
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
  const candidates = candidatesOf(model, text, numberings, scale);
  let best = { model: candidates[0].model, numbering: numberings[0], surprise: Infinity };
  const asked = candidates.reduce((sum, each) => sum + each.numberings.length, 0);
  if (asked === 1) return best;
  const length = model.network.context === 'window' ? model.network.windowLength : READ;
  const reads = weightCount(model.network, model.network.vocabularySize) * length * asked;
  const count = Math.round(Math.min(MOST, Math.max(FEWEST, PRODUCTS / reads)));
  for (const candidate of candidates) {
    const network = await inferenceOf(candidate.model);
    for (const numbering of candidate.numberings) {
      const pieces = stretches(text, numbering, length, count);
      const found = meanSurprise(network, pieces);
      if (pieces.length > 0 && found < best.surprise) best = { model: candidate.model, numbering, surprise: found };
    }
  }
  return best;
}
