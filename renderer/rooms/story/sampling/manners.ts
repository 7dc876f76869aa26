import { isGreedy, samplingSchema, type Sampling } from '../../../../electron/contract/story.ts';

/** Ways of telling that have a name. */
export const manners = ['article', 'balanced', 'free'] as const;
export type Manner = (typeof manners)[number];

export const defaultSampling: Sampling = samplingSchema.parse({ finishSentence: true });

type Spread = Pick<Sampling, 'temperature' | 'topK' | 'topP' | 'minP' | 'repetitionPenalty'>;
const { temperature, topK, topP, minP, repetitionPenalty } = defaultSampling;
const SPREADS: Record<Exclude<Manner, 'article'>, Spread> = {
  balanced: { temperature, topK, topP, minP, repetitionPenalty },
  free: { temperature: 1.2, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1.1 },
};

/** The sampling as a manner has it; seed and length stay. */
export const inManner = (sampling: Sampling, manner: Manner): Sampling =>
  manner === 'article' ? { ...sampling, greedy: true } : { ...sampling, greedy: false, ...SPREADS[manner] };

/** The manner that a sampling is, or `own`. */
export function mannerOf(sampling: Sampling): Manner | 'own' {
  if (isGreedy(sampling)) return 'article';
  const fits = (spread: Spread) =>
    (Object.keys(spread) as (keyof Spread)[]).every((key) => spread[key] === sampling[key]);
  return (['balanced', 'free'] as const).find((manner) => fits(SPREADS[manner])) ?? 'own';
}

const SEEDS = 4_294_967_296;

export const nextSeed = (seed: number): number => (seed + 1) % SEEDS;

/** Four digits are enough to remember and to tell somebody. */
export const throwSeed = (): number => 1 + Math.floor(Math.random() * 9999);
