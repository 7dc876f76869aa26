import { isGreedy, type Sampling } from '../../contract/story.ts';
import { keepHeavy, keepLargest, largestIds } from './largest.ts';

/** Likeliest others that are told with every symbol. */
const RUNNERS_UP = 5;

/** Symbols back over which a repetition is penalised. */
export const REPETITION_WINDOW = 64;

/** Where chance comes from; `Random` of the engine is one. */
export interface Chance {
  /** in [0, 1) */
  uniform(): number;
}

export interface ScoredId {
  id: number;
  /** by the model itself, before temperature, penalty and cuts, 0 to 1 */
  probability: number;
}

/** The next symbol, and what else the model thought of. */
export interface Choice extends ScoredId {
  /** likeliest others, by falling probability */
  runnersUp: ScoredId[];
}

/**
 * Probability of `id` and its likeliest rivals under the plain softmax of `logits` [vocabulary].
 *
 * @param unknownId `<unk>`, which is never a rival
 */
export function score(logits: Float32Array, id: number, unknownId?: number): Choice {
  let highest = -Infinity;
  for (const logit of logits) if (logit > highest) highest = logit;
  let total = 0;
  for (const logit of logits) total += Math.exp(logit - highest);
  const probability = (other: number) => Math.exp(logits[other] - highest) / total;
  const rivals = largestIds(logits, RUNNERS_UP + 1, unknownId).filter((other) => other !== id);
  return {
    id,
    probability: probability(id),
    runnersUp: rivals.slice(0, RUNNERS_UP).map((other) => ({ id: other, probability: probability(other) })),
  };
}

/**
 * Chooses symbols: greedy, or by chance after repetition penalty, temperature, top-k, top-p and min-p, in this order.
 * `<unk>` is never chosen. One sampler serves one story and draws one number for each symbol chosen by chance.
 */
export class Sampler {
  private readonly sampling: Sampling;
  private readonly chance: Chance;
  private readonly unknownId: number | undefined;
  private readonly weights: Float64Array;
  private readonly ids: Int32Array;

  constructor(vocabularySize: number, unknownId: number | undefined, sampling: Sampling, chance: Chance) {
    this.sampling = sampling;
    this.chance = chance;
    this.unknownId = unknownId;
    this.weights = new Float64Array(vocabularySize);
    this.ids = new Int32Array(vocabularySize);
  }

  /**
   * @param logits [vocabulary], left as they are
   * @param recent ids told before, newest last
   */
  choose(logits: Float32Array, recent: readonly number[]): Choice {
    const id = isGreedy(this.sampling) ? largestIds(logits, 1, this.unknownId)[0] : this.draw(logits, recent);
    return score(logits, id, this.unknownId);
  }

  /** Uses up the chance of one symbol that is given, so that the ones after it fall as if it had been chosen. */
  skip(): void {
    if (!isGreedy(this.sampling)) this.chance.uniform();
  }

  private draw(logits: Float32Array, recent: readonly number[]): number {
    const candidates = this.weigh(logits, recent);
    const kept = this.cut(candidates);
    let mass = 0;
    for (let at = 0; at < kept; at++) mass += this.weights[this.ids[at]];
    let left = this.chance.uniform() * mass;
    let drawn = this.ids[0];
    for (let at = 0; at < kept && left >= 0; at++) {
      const weight = this.weights[this.ids[at]];
      // rounding may leave a little at the end: what weighs nothing is not drawn even then
      if (weight > 0) drawn = this.ids[at];
      left -= weight;
    }
    return drawn;
  }

  /** Fills `weights` with the unnormalised probabilities to draw from, `ids` with those that may be drawn. */
  private weigh(logits: Float32Array, recent: readonly number[]): number {
    const { temperature, repetitionPenalty } = this.sampling;
    const { weights, ids } = this;
    weights.set(logits);
    if (repetitionPenalty !== 1) penalise(weights, recent, repetitionPenalty);
    let candidates = 0;
    let highest = -Infinity;
    for (let id = 0; id < weights.length; id++) {
      if (id === this.unknownId) continue;
      ids[candidates++] = id;
      if (weights[id] > highest) highest = weights[id];
    }
    for (let id = 0; id < weights.length; id++) {
      // what is not a number weighs nothing
      weights[id] = Math.exp((weights[id] - highest) / temperature) || 0;
    }
    return candidates;
  }

  /** Brings those that survive top-k, then top-p of what top-k left, then min-p to the front of `ids`. */
  private cut(candidates: number): number {
    const { topK, topP, minP } = this.sampling;
    let kept = candidates;
    if (topK > 0 && topK < kept) kept = keepLargest(this.ids, kept, this.weights, { count: topK });
    if (topP < 1) {
      let mass = 0;
      for (let at = 0; at < kept; at++) mass += this.weights[this.ids[at]];
      kept = keepLargest(this.ids, kept, this.weights, { mass: topP * mass });
    }
    // the likeliest weighs 1
    return minP > 0 ? keepHeavy(this.ids, kept, this.weights, minP) : kept;
  }
}

/**
 * The repetition penalty of CTRL (Keskar et al. 2019, arXiv:1909.05858, section 4.1), which divides the logits of
 * symbols told before; negative ones are multiplied, so that a penalty never makes a symbol likelier.
 */
function penalise(logits: Float64Array, recent: readonly number[], penalty: number): void {
  for (const id of new Set(recent.slice(-REPETITION_WINDOW))) {
    logits[id] = logits[id] > 0 ? logits[id] / penalty : logits[id] * penalty;
  }
}
