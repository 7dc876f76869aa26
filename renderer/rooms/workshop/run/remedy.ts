import type { Hyperparameters } from '../../../../electron/contract/hyperparameters.ts';
import type { Run } from '../../../../electron/contract/run.ts';

const DIVERGED = ['loss-not-finite', 'loss-exploded'];
const TIGHT = ['memory-short', 'memory-full', 'card-memory-short', 'card-memory-full'];
const CALM_CLIP = 1;

/** What to change for a new try of a run that failed by its settings; a resumed one keeps them and would fail again. */
export function remedyOf({ error, hyperparameters: h }: Pick<Run, 'error' | 'hyperparameters'>) {
  if (!error) return undefined;
  const { batchSize } = error.values;
  if (TIGHT.includes(error.code) && typeof batchSize === 'number')
    return { batchSize } satisfies Partial<Hyperparameters>;
  if (!DIVERGED.includes(error.code)) return undefined;
  const learningRate = Number((h.learningRate / 3).toPrecision(1));
  const clipNorm = h.clipNorm > 0 ? Math.min(h.clipNorm, CALM_CLIP) : CALM_CLIP;
  return { learningRate, clipNorm } satisfies Partial<Hyperparameters>;
}
