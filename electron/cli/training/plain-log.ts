import { tellingWindow } from '../../advice/propose.ts';
import { precedingSymbols } from '../../advice/wording.ts';
import type { Corpus } from '../../contract/corpus.ts';
import { packedFormat } from '../../contract/document.ts';
import { engineMessage } from '../../contract/engine-label.ts';
import type { Report, Run } from '../../contract/run.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import type { Host } from '../host.ts';
import { documentFacts, preparedFacts } from '../inspection/preparation-facts.ts';
import { doubtFacts } from '../inspection/doubt-facts.ts';
import { sourceFacts } from '../inspection/source-facts.ts';
import { printWarning } from '../output/errors.ts';
import { onOneLine } from '../output/plain-text.ts';
import { around, bold, dim, green, type Part } from '../output/styled.ts';
import { throttled } from '../output/progress-bar.ts';
import { factLines } from '../output/table.ts';
import { cut } from '../output/text-width.ts';
import { withPerplexity } from '../output/with-perplexity.ts';
import { estimateOf, estimateText, factWidth, planLines } from './plan-lines.ts';
import { reportLine } from './report-line.ts';
import type { TrainingLog } from './training-log.ts';

function howItEnded(host: Host, { id, status, step, hyperparameters }: Run, modelPath: string | undefined): string[] {
  if (status === 'done') return [];
  const { translator } = host;
  const onward = translator.text('ending.goOn', { command: host.commandLine('train', '--resume', id) });
  if (step === 0) return [translator.text('ending.beforeFirst'), onward];
  const rest = terminalMessage(modelPath === undefined ? 'ending.noModel' : 'ending.someModel');
  return [translator.text('ending.after', { step, steps: hyperparameters.steps, rest }), onward];
}

/** Characters shown of what a story goes on from. */
const OPENING = 60;
/** Files of a text that are named one by one. */
const SOURCES = 8;

/** What is learnt from. */
function corpusFacts(host: Host, corpus: Corpus): [name: string, value: string][] {
  const { translator, numbers } = host;
  const { name, bytes, replaced, language, statistics } = corpus;
  const encoding = packedFormat(corpus.document) ?? corpus.encoding;
  const { symbols, distinct, tokenizer, ceilings } = statistics;
  const text = { name, size: numbers.bytes(bytes), encoding, language };
  const facts: [string, string][] = [
    [translator.text('facts.text'), translator.text('plan.text', text)],
    ...documentFacts(host, corpus.document),
    ...doubtFacts(host, corpus.doubt),
    ...sourceFacts(host, corpus, { most: SOURCES }),
    ...preparedFacts(host, corpus.preparation),
    [translator.text('facts.symbols'), translator.text('plan.symbols', { symbols, distinct, tokenizer })],
  ];
  const { length, ceiling } = tellingWindow(statistics);
  if (ceilings.length > 2)
    facts.push([
      translator.text('facts.ceiling'),
      translator.text('plan.ceiling', {
        share: numbers.percent(ceiling),
        preceding: precedingSymbols(length, tokenizer),
      }),
    ]);
  if (replaced > 0)
    facts.push([translator.text('facts.unreadable'), translator.text('plan.unreadable', { count: replaced })]);
  return facts;
}

/** What learns. */
function runFacts(host: Host, run: Run, text: Corpus | undefined): [name: string, value: string][] {
  const { translator } = host;
  const { id, engine, vocabularySize: symbols = 0, parameters = 0, step } = run;
  const estimate = text === undefined || step > 0 ? undefined : estimateOf(run, text);
  const facts: [string, string][] = [
    [translator.text('facts.network'), translator.text('plan.network', { parameters, symbols })],
    [translator.text('facts.engine'), translator.say(engineMessage(engine?.label ?? ''))],
  ];
  if (engine?.reason) facts.push(['', translator.say(engine.reason)]);
  if (estimate !== undefined) facts.push([translator.text('facts.estimate'), estimateText(host, estimate)]);
  facts.push([translator.text('facts.run'), step > 0 ? translator.text('plan.goingOn', { run: id, step }) : id]);
  return facts;
}

/** Lines for a person: what is learnt from, then one line a report, then what came of it; a bar on a terminal. */
export function plainLog(host: Host): TrainingLog {
  const { terminal, translator, numbers } = host;
  const width = factWidth(translator);
  let steps = 0;
  let text: Corpus | undefined;
  let between = '';
  let last: Report | undefined;
  let measured = 0;
  let left: string[] = [];
  /** A first line as long as a window would leave no room for the story: its last words. */
  const ended = (line: string) => {
    if (line.length <= OPENING) return line;
    const end = line.slice(-OPENING);
    return `…${end.slice(Math.max(0, end.search(/\s/)))}`;
  };
  const shown = (symbols: readonly string[]) => onOneLine(symbols.join(between)).trim();
  const draw = throttled(() => {
    if (last === undefined) return;
    const step = translator.text('report.step', { step: String(last.step), steps: String(steps) });
    host.live(last.step / steps, [step, ...left]);
  });
  const drawMeasured = throttled(() => host.progress('measuring', measured));
  const say = (...parts: Part[]) => host.say(...parts);
  const sayEach = (lines: readonly string[]) => lines.forEach((line) => say(line));
  return {
    corpus(corpus) {
      text = corpus;
      sayEach(factLines(corpusFacts(host, corpus), '', width));
    },
    planned(run) {
      if (text !== undefined && run.step === 0) sayEach(planLines(host, run, text));
      steps = run.hyperparameters.steps;
      between = run.hyperparameters.tokenizer === 'whitespace' ? ' ' : '';
    },
    started(run) {
      sayEach(factLines(runFacts(host, run, text), '', width));
      for (const warning of run.warnings ?? []) printWarning(terminal, translator, warning);
      say('');
    },
    report(report) {
      const known = report.secondsLeft > 0 || report.step >= steps;
      left = last === undefined || !known ? [] : numbers.timeLeft(report.secondsLeft);
      last = report;
      say([reportLine(host, report, steps), ...left].join('  '));
      draw();
    },
    sample({ predictions, prompt, story }) {
      // Between two stories there is a prediction at every report: the curve says enough then.
      if (story === '') return;
      const newest = predictions.at(-1);
      if (newest !== undefined) {
        const [context, predicted, symbol] = [newest.context, [newest.predicted], [newest.expected]].map(shown);
        const share = numbers.percent(newest.probability);
        const verdict =
          newest.predicted === newest.expected
            ? green(translator.text('report.right'))
            : translator.text('report.expected', { symbol });
        const values = { context, predicted, share };
        const parts = around((part) => translator.text('report.prediction', { ...values, verdict: part }), verdict);
        say('     ', ...parts.map((part) => (part === verdict ? part : dim(part))));
      }
      const told = shown([ended(prompt), story]);
      say(dim(`     “${terminal.live ? cut(told, terminal.columns - 8) : told}”`));
    },
    measuring(fraction) {
      measured = fraction;
      drawMeasured();
    },
    ended(run, modelPath) {
      terminal.clearStatus();
      sayEach(howItEnded(host, run, modelPath));
      if (modelPath === undefined) return;
      say('');
      if (run.final !== undefined) {
        const { accuracy, perplexity, bitsPerCharacter } = run.final;
        const share = translator.text('report.accuracy', { share: numbers.percent(accuracy) });
        const told = bold(withPerplexity(host, share, perplexity, bitsPerCharacter));
        const values = { steps: run.step, time: numbers.duration(run.seconds) };
        say(...around((part) => translator.text('ending.done', { ...values, measured: part }), told));
      }
      const [model] = factLines([[translator.text('facts.model'), modelPath]], '', width);
      terminal.line(host.options.quiet ? modelPath : model);
      say(dim(translator.text('ending.tell', { command: host.commandLine('tell', run.model!) })));
    },
  };
}
