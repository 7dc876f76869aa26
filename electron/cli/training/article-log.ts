import { printWarning } from '../output/errors.ts';
import type { Host } from '../host.ts';
import type { TrainingLog } from './training-log.ts';

/** A string as Python's repr writes it. */
function pythonString(text: string): string {
  const escaped = text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\t/g, '\\t').replace(/\r/g, '\\r');
  return escaped.includes("'") && !escaped.includes('"') ? `"${escaped}"` : `'${escaped.replace(/'/g, "\\'")}'`;
}

/** The lines of “LSTM by Example using TensorFlow”, to the letter, and nothing else on stdout. */
export function articleLog({ terminal, translator }: Host): TrainingLog {
  const nothing = () => {};
  return {
    corpus: nothing,
    planned: nothing,
    started: ({ warnings }) => warnings?.forEach((warning) => printWarning(terminal, translator, warning)),
    report(report, before) {
      for (const { step, loss, accuracy } of [...before, report]) {
        const percent = (100 * accuracy).toFixed(2);
        terminal.line(`Iter= ${step}, Average Loss= ${(loss ?? NaN).toFixed(6)}, Average Accuracy= ${percent}%`);
      }
    },
    sample({ predictions }) {
      const newest = predictions.at(-1);
      if (newest === undefined) return;
      const { context, expected, predicted } = newest;
      const symbols = context.map(pythonString).join(', ');
      terminal.line(`[${symbols}] - [${expected}] vs [${predicted}]`);
    },
    measuring: nothing,
    ended: nothing,
  };
}
