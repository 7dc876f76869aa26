import { vocabularyProblem } from '../../../../electron/advice/before-training.ts';
import { diskWarning } from '../../../../electron/advice/disk.ts';
import { vocabularySizeOf } from '../../../../electron/advice/estimate.ts';
import { cardMemoryProblem, memoryProblem } from '../../../../electron/advice/memory.ts';
import type { AesopError } from '../../../../electron/contract/errors.ts';
import type { Machine } from '../../../../electron/contract/machine.ts';
import type { Draft } from './draft.svelte.ts';

type Memory = Pick<Machine, 'freeMemory' | 'card'>;

/** What keeps a training from the graphics card, where there is one: it goes to the processor then, or takes a smaller batch. */
export function cardProblemOf({ values, facts }: Draft, { card }: Partial<Memory> = {}): AesopError | undefined {
  if (!card || values.engine === 'portable') return undefined;
  return cardMemoryProblem(values, vocabularySizeOf(values, facts), card);
}

/** What is to be said of the disk before a training, which may begin all the same; nothing where nobody knows its room. */
export function diskWarningOf({ values, facts }: Draft, { freeDisk }: Partial<Machine> = {}): AesopError | undefined {
  if (freeDisk === undefined) return undefined;
  return diskWarning(values, vocabularySizeOf(values, facts), { free: freeDisk, held: 0 });
}

/**
 * What keeps a training from starting, however right each of its settings is by itself.
 * @param machine undefined while nothing is known of it
 */
export function problemOf(draft: Draft, machine: Partial<Memory> = {}): AesopError | undefined {
  const { values, facts, counted } = draft;
  const { distinct, symbols, top } = facts.statistics;
  const counts = top.map(({ count }) => count);
  const onCard = machine.card && values.engine !== 'portable' && !cardProblemOf(draft, machine);
  const { freeMemory = Infinity } = machine;
  return (
    (counted ? vocabularyProblem(values, distinct, counts) : undefined) ??
    memoryProblem(values, vocabularySizeOf(values, facts), symbols, freeMemory, onCard ? 'gpu' : 'cpu')
  );
}
