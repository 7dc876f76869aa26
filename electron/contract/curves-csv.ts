import type { Report } from './run.ts';

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

/** The titles of the table of a run's curves. */
export const CURVE_TITLES = `${Object.keys(COLUMNS).join(',')}\n`;

/** A report as a line of that table; what was not measured at a step is empty. */
export const curveLine = (report: Report): string =>
  `${Object.values(COLUMNS)
    .map((name) => report[name] ?? '')
    .join(',')}\n`;

/** Reports of a run as a table, a line each. */
export const curvesCsv = (reports: readonly Report[]): string => CURVE_TITLES + reports.map(curveLine).join('');
