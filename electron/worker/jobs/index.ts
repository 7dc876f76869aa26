import type { JobKind } from '../../contract/worker.ts';
import type { Job } from '../job.ts';

/** Loaded when first asked for: a process that only reads texts never loads an engine. */
export const jobs: { [K in JobKind]: () => Promise<Job<K>> } = {
  preview: async () => (await import('./preview.ts')).preview,
  import: async () => (await import('./import-text.ts')).importText,
  statistics: async () => (await import('./statistics.ts')).statistics,
  symbols: async () => (await import('./symbols.ts')).symbols,
  search: async () => (await import('./search.ts')).search,
  train: async () => (await import('./train.ts')).trainRun,
  keep: async () => (await import('./keep.ts')).keepRun,
  attempt: async () => (await import('./attempt.ts')).attempt,
  tell: async () => (await import('./tell.ts')).tell,
  prompt: async () => (await import('./prompt.ts')).prompt,
  copied: async () => (await import('./copied.ts')).copied,
  wordMap: async () => (await import('./word-map.ts')).wordMap,
  neighbours: async () => (await import('./word-map.ts')).neighbours,
  evaluate: async () => (await import('./evaluate.ts')).evaluate,
  export: async () => (await import('./export.ts')).exportModel,
  verify: async () => (await import('./verify.ts')).verify,
  probe: async () => (await import('./probe.ts')).probe,
};
