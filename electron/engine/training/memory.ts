import { freemem, platform, totalmem } from 'node:os';
import { memoryProblem } from '../../advice/memory.ts';
import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Engine } from '../../contract/run.ts';

/** Bytes that this process may hold: what is free, within a container's limit where there is one, and what it holds. */
export function availableMemory(): number {
  const constrained = process.constrainedMemory?.() ?? 0;
  const { rss } = process.memoryUsage();
  // macOS counts memory that only caches something as taken
  const free = platform() === 'darwin' ? 0.75 * totalmem() : freemem() + rss;
  // without a limit, Node answers with 0 or with more than any machine has
  return constrained > 0 && constrained < 2 ** 50 ? Math.min(free, constrained) : free;
}

/** @throws AesopError `memory-short` or `memory-short-network` where the run would not fit */
export function requireMemory(
  h: Hyperparameters,
  vocabularySize: number,
  symbols: number,
  device: Engine['device'] = 'cpu',
): void {
  const problem = memoryProblem(h, vocabularySize, symbols, availableMemory(), device);
  if (problem) throw problem;
}
