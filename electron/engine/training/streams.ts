/** The random streams that a run's seed forks into. */
export const STREAM = { weights: 1, data: 2, dropout: 3, candidates: 4 } as const;
