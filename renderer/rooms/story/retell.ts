import { chosenInstead, type RunnerUp, type Sampling, type StorySymbol } from '../../../electron/contract/story.ts';

/** Most symbols that the contract lets a story have. */
const MOST = 100_000;

export interface Retelling {
  /** told already, the chosen one last; the story goes on behind them */
  readonly from: readonly StorySymbol[];
  readonly sampling: Sampling;
}

/** As long as it was asked for, yet at least half as long again behind what is kept. */
const reaching = (sampling: Sampling, kept: number): Sampling => ({
  ...sampling,
  length: Math.min(MOST, Math.max(sampling.length, kept + Math.ceil(sampling.length / 2))),
});

/** A story told anew from one of its symbols, with a runner-up in its place. */
export function retellFrom(
  symbols: readonly StorySymbol[],
  at: number,
  chosen: RunnerUp,
  sampling: Sampling,
): Retelling {
  const from = [...symbols.slice(0, at), chosenInstead(symbols[at], chosen)];
  return { from, sampling: reaching(sampling, from.length) };
}

/** A story told on behind its end. */
export function tellOn(symbols: readonly StorySymbol[], sampling: Sampling): Retelling {
  return { from: symbols, sampling: { ...sampling, length: Math.min(MOST, symbols.length + sampling.length) } };
}
