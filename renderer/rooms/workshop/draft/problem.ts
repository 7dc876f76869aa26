import { memoryProblem, vocabularyProblem } from '../../../../electron/advice/before-training.ts';
import { vocabularySizeOf } from '../../../../electron/advice/estimate.ts';
import type { AesopError } from '../../../../electron/contract/errors.ts';
import type { Draft } from './draft.svelte.ts';

/**
 * What keeps a training from starting, however right each of its settings is by itself.
 * @param free bytes of memory; undefined while that is not known
 */
export function problemOf({ values, facts, counted }: Draft, free = Infinity): AesopError | undefined {
  const { distinct, symbols, top } = facts.statistics;
  const counts = top.map(({ count }) => count);
  return (
    (counted ? vocabularyProblem(values, distinct, counts) : undefined) ??
    memoryProblem(values, vocabularySizeOf(values, facts), symbols, free)
  );
}
