import type { JobKind } from '../contract/worker.ts';
import type { Job } from './job.ts';

/** Loaded when first asked for: a process that only reads texts never loads an engine. */
export const jobs: { [K in JobKind]: () => Promise<Job<K>> } = {
  preview: async () => (await import('./corpora/preview.ts')).preview,
  import: async () => (await import('./corpora/import-text.ts')).importText,
  join: async () => (await import('./corpora/join-files.ts')).joinFiles,
  prepare: async () => (await import('./corpora/prepare-again.ts')).prepareAgain,
  statistics: async () => (await import('./corpora/statistics.ts')).statistics,
  symbols: async () => (await import('./corpora/symbols.ts')).symbols,
  search: async () => (await import('./corpora/search.ts')).search,
  train: async () => (await import('./runs/train.ts')).trainRun,
  tryStep: async () => (await import('./runs/try-step.ts')).tryStep,
  timeStep: async () => (await import('./runs/time-step.ts')).timeStep,
  keep: async () => (await import('./runs/keep.ts')).keepRun,
  keepCheckpoint: async () => (await import('./runs/keep-checkpoint.ts')).keepCheckpoint,
  attempt: async () => (await import('./runs/attempt.ts')).attempt,
  pin: async () => (await import('./runs/pin.ts')).pin,
  dictionary: async () => (await import('./runs/dictionary.ts')).dictionary,
  trace: async () => (await import('./runs/trace.ts')).trace,
  tell: async () => (await import('./stories/tell.ts')).tell,
  prompt: async () => (await import('./stories/prompt.ts')).prompt,
  copied: async () => (await import('./stories/copied.ts')).copied,
  wordMap: async () => (await import('./models/word-map.ts')).wordMap,
  neighbours: async () => (await import('./models/word-map.ts')).neighbours,
  evaluate: async () => (await import('./models/evaluate.ts')).evaluate,
  export: async () => (await import('./models/export.ts')).exportModel,
  convert: async () => (await import('./models/foreign/convert.ts')).convert,
  verify: async () => (await import('./models/verify.ts')).verify,
  bring: async () => (await import('./machine/bring.ts')).bring,
  dismiss: async () => (await import('./machine/dismiss.ts')).dismiss,
  probe: async () => (await import('./machine/probe.ts')).probe,
};
