import type { Report } from '../../contract/run.ts';
import type { Host } from '../host.ts';

/** Every report in the same columns, so that the eye runs down one of them. */
export function reportLine({ translator, numbers }: Host, report: Report, steps: number): string {
  const { decimal, grouped, percent } = numbers;
  const width = String(steps).length;
  const parts = [
    translator.text('report.step', { step: String(report.step).padStart(width), steps: String(steps) }),
    translator.text('report.loss', { loss: decimal(report.loss, 4).padStart(7) }),
    translator.text('report.accuracy', { share: percent(report.accuracy).padStart(7) }),
    translator.text('report.perplexity', { perplexity: decimal(report.perplexity, 2).padStart(9) }),
  ];
  if (report.validationLoss !== undefined) {
    const [loss, perplexity] = [decimal(report.validationLoss, 4), decimal(report.validationPerplexity, 2)];
    parts.push(translator.text('report.validation', { loss, perplexity }));
    const bits = report.validationBitsPerCharacter;
    if (bits != null) parts.push(translator.text('report.bits', { bits: decimal(bits, 3) }));
  }
  parts.push(translator.text('report.speed', { count: grouped(report.symbolsPerSecond).padStart(7) }));
  return parts.join('  ');
}
