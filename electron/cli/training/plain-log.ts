import type { Corpus } from '../../contract/corpus.ts';
import type { Report, Run } from '../../contract/run.ts';
import type { Host } from '../host.ts';
import { bytes, decimal, duration, grouped, percent } from '../output/numbers.ts';
import { printWarning } from '../output/errors.ts';
import { onOneLine } from '../output/plain-text.ts';
import { bold, dim, green, type Part } from '../output/styled.ts';
import { progressLine, throttled, timeLeft } from '../output/progress-bar.ts';
import { factLines } from '../output/table.ts';
import { cut } from '../output/text-width.ts';
import { estimateOf, estimateText, FACT_WIDTH, planLines } from './plan-lines.ts';
import type { TrainingLog } from './training-log.ts';

/** Every report in the same columns, so that the eye runs down one of them. */
function reportLine(report: Report, steps: number, left: readonly string[]): string {
  const width = String(steps).length;
  const validation =
    report.validationLoss === undefined
      ? ''
      : `  validation ${decimal(report.validationLoss, 4)} (${decimal(report.validationPerplexity, 2)})`;
  return [
    `step ${String(report.step).padStart(width)}/${steps}`,
    `loss ${decimal(report.loss, 4).padStart(7)}`,
    `accuracy ${percent(report.accuracy).padStart(7)}`,
    `perplexity ${decimal(report.perplexity, 2).padStart(9)}${validation}`,
    `${grouped(report.symbolsPerSecond).padStart(7)} symbols/s`,
    ...left,
  ].join('  ');
}

function howItEnded(host: Host, { id, status, step, hyperparameters }: Run, modelPath: string | undefined): string[] {
  if (status === 'done') return [];
  const onward = `Go on with: ${host.commandLine('train', '--resume', id)}`;
  if (step === 0) return ['Stopped before the first step.', onward];
  const rest = modelPath === undefined ? 'It left no model yet.' : 'It left a model as far as it came.';
  return [
    `Stopped after step ${grouped(step)} of ${grouped(hyperparameters.steps)}; a checkpoint is written. ${rest}`,
    onward,
  ];
}

/** Lines for a person: what is learnt from, then one line a report, then what came of it; a bar on a terminal. */
export function plainLog(host: Host): TrainingLog {
  const { terminal } = host;
  let steps = 0;
  let text: Corpus | undefined;
  let between = '';
  let last: Report | undefined;
  let left: string[] = [];
  const shown = (symbols: readonly string[]) => onOneLine(symbols.join(between)).trim();
  const draw = throttled(() => {
    if (last === undefined) return;
    const parts = [`step ${last.step}/${steps}`, ...left];
    terminal.status(progressLine(last.step / steps, parts, terminal.columns));
  });
  const say = (...parts: Part[]) => host.say(...parts);
  const sayEach = (lines: readonly string[]) => lines.forEach((line) => say(line));
  return {
    corpus(corpus) {
      const { name, bytes: size, encoding, replaced, language, statistics } = corpus;
      text = corpus;
      const { symbols, distinct, tokenizer, ceilings } = statistics;
      const facts: [string, string][] = [
        ['text', `${name} (${bytes(size)}, ${encoding}, ${language})`],
        ['symbols', `${grouped(symbols)}, ${grouped(distinct)} of them distinct (${tokenizer})`],
      ];
      if (ceilings.length > 2) facts.push(['ceiling', `${percent(ceilings[2])} from three preceding symbols`]);
      if (replaced > 0) facts.push(['unreadable', `${grouped(replaced)} places; another --encoding may fit better`]);
      sayEach(factLines(facts, '', FACT_WIDTH));
    },
    planned(run) {
      if (text !== undefined && run.step === 0) sayEach(planLines(run, text, host.options.verbose));
      steps = run.hyperparameters.steps;
      between = run.hyperparameters.tokenizer === 'whitespace' ? ' ' : '';
    },
    started(run) {
      const { id, engine, vocabularySize, parameters, step, warnings } = run;
      const estimate = text === undefined || step > 0 ? undefined : estimateOf(run, text);
      const facts: [string, string][] = [
        ['network', `${grouped(parameters ?? 0)} parameters over ${grouped(vocabularySize ?? 0)} symbols`],
        ['engine', engine?.label ?? ''],
        ...(estimate === undefined ? [] : [['estimate', estimateText(estimate, engine)] as [string, string]]),
        ['run', step > 0 ? `${id}, going on after step ${grouped(step)}` : id],
      ];
      sayEach(factLines(facts, '', FACT_WIDTH));
      if (engine?.reason) say(dim(`          ${engine.reason}`));
      for (const warning of warnings ?? []) printWarning(terminal, warning);
      say('');
    },
    report(report) {
      // The first interval holds the engine's warming up: no time can be told from it.
      left = last === undefined ? [] : timeLeft(report.secondsLeft);
      last = report;
      say(reportLine(report, steps, left));
      draw();
    },
    sample({ predictions, prompt, story }) {
      // Between two stories there is a prediction at every report: the curve says enough then.
      if (story === '') return;
      const newest = predictions.at(-1);
      if (newest !== undefined) {
        const { context, predicted, expected, probability } = newest;
        const verdict = predicted === expected ? green('right') : `expected “${shown([expected])}”`;
        say(dim(`     ${shown(context)} → ${shown([predicted])}, ${percent(probability)}, `), verdict);
      }
      const told = shown([prompt, story]);
      say(dim(`     “${terminal.live ? cut(told, terminal.columns - 8) : told}”`));
    },
    ended(run, modelPath) {
      terminal.clearStatus();
      sayEach(howItEnded(host, run, modelPath));
      if (modelPath === undefined) return;
      say('');
      if (run.final !== undefined) {
        const { accuracy, perplexity } = run.final;
        const measured = `accuracy ${percent(accuracy)}, perplexity ${decimal(perplexity, 2)}`;
        say(`${grouped(run.step)} steps in ${duration(run.seconds)}; over the whole text: `, bold(measured));
      }
      terminal.line(host.options.quiet ? modelPath : `model     ${modelPath}`);
      say(dim(`Tell a story with: ${host.commandLine('tell', run.model!)}`));
    },
  };
}
