import type { Report } from '../../electron/contract/run.ts';

/** Columns by the names that programs for tables expect, the same in every language. */
const COLUMNS = {
  step: 'step',
  loss: 'loss',
  accuracy: 'accuracy',
  perplexity: 'perplexity',
  validation_loss: 'validationLoss',
  validation_accuracy: 'validationAccuracy',
  validation_perplexity: 'validationPerplexity',
  validation_bits_per_character: 'validationBitsPerCharacter',
  learning_rate: 'learningRate',
  gradient_norm: 'gradientNorm',
  symbols_per_second: 'symbolsPerSecond',
  seconds: 'seconds',
} as const satisfies Record<string, keyof Report>;

/** Reports of a run as a table, a line each; what was not measured at a step is empty. */
export function curvesCsv(reports: readonly Report[]): string {
  const line = (report: Report) => Object.values(COLUMNS).map((name) => report[name] ?? '');
  return [Object.keys(COLUMNS), ...reports.map(line)].map((cells) => `${cells.join(',')}\n`).join('');
}
