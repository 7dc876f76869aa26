import type { Between } from './read-prepared.ts';

/** Keeps a text that is known to be small in memory between its two readings. */
export function inMemory(): Between {
  const pieces: string[] = [];
  return {
    write: (piece) => void pieces.push(piece),
    async *read() {
      yield* pieces;
    },
  };
}
