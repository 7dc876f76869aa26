import { availableParallelism } from 'node:os';
import type { LoadedEngine } from './types.ts';

/** Threads beyond which waiting for one another costs more than another one brings. */
const MOST_THREADS = 16;

/** The engine that needs nothing but this process: WebAssembly of our own. */
export function portableEngine(threads = availableParallelism()): LoadedEngine {
  return { engine: 'portable', backend: 'wasm', device: 'cpu', threads: Math.min(threads, MOST_THREADS) };
}
