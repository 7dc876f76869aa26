import type { Corpus } from '../../contract/corpus.ts';
import type { Host } from '../host.ts';
import { throttled } from '../output/progress-bar.ts';
import { estimateOf } from './plan-lines.ts';
import type { TrainingLog } from './training-log.ts';

/** One JSON object a line; the last of a finished training is `done`. */
export function jsonLog(host: Host): TrainingLog {
  let text: Corpus | undefined;
  let measured = 0;
  const tellMeasured = throttled(() => host.json({ type: 'measuring', fraction: measured }));
  return {
    corpus(corpus) {
      text = corpus;
      const { tokenizer, symbols, distinct } = corpus.statistics;
      const { version: _, origin: __, importedAt: ___, statistics: ____, ...told } = corpus;
      host.json({ type: 'corpus', ...told, tokenizer, symbols, distinct });
    },
    planned(run) {
      const { id, name, preset, hyperparameters } = run;
      const estimate = text === undefined ? undefined : estimateOf(run, text);
      host.json({ type: 'run', id, name, preset, hyperparameters, estimate });
    },
    started(run) {
      const { id, step, vocabularySize, parameters, engine, stepMilliseconds, warnings } = run;
      const told = { id, step, vocabularySize, parameters, engine, stepMilliseconds, warnings };
      const estimate = text === undefined || step > 0 ? undefined : estimateOf(run, text);
      host.json({ type: 'started', ...host.forPrograms.run(told), estimate });
    },
    report: (report, before) => [...before, report].forEach((each) => host.json({ type: 'report', ...each })),
    sample: (sample) => host.json({ type: 'sample', ...sample }),
    measuring(fraction) {
      measured = fraction;
      tellMeasured();
    },
    ended({ id, status, step, seconds, final }, model) {
      host.json({ type: status, run: id, model, steps: step, seconds, ...final });
    },
  };
}
