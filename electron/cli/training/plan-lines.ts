import { isCutAs, type Corpus } from '../../contract/corpus.ts';
import { estimateRun, type Estimate } from '../../advice/estimate.ts';
import { flagName, type Hyperparameters } from '../../contract/hyperparameters.ts';
import { proposeHyperparameters } from '../../advice/propose.ts';
import type { Run } from '../../contract/run.ts';
import { terminalMessage, type TerminalTranslator } from '../../messages/terminal.ts';
import type { Host } from '../host.ts';
import { factLines } from '../output/table.ts';
import { textWidth } from '../output/text-width.ts';

/** Names of the facts of every training. */
const FACTS = [
  ...['text', 'symbols', 'ceiling', 'settings', 'network', 'engine', 'estimate', 'run'],
  ...['model', 'accuracy'],
] as const;

/** Columns of the names of facts, through all of a training's lines. */
export function factWidth(translator: TerminalTranslator): number {
  return Math.max(...FACTS.map((name) => textWidth(translator.text(`facts.${name}`))));
}

/** The settings that a person asks about first; the rest is in the run's folder. */
function settingsText(translator: TerminalTranslator, { hyperparameters: h, preset }: Run): string {
  return translator.text('plan.settings', {
    layers: String(h.layers),
    units: String(h.units),
    seen:
      h.context === 'window'
        ? terminalMessage('plan.windows', { length: String(h.windowLength) })
        : terminalMessage('plan.sequences', { length: String(h.sequenceLength) }),
    optimizer: h.optimizer,
    rate: String(h.learningRate),
    steps: h.steps,
    origin: preset === undefined ? terminalMessage('plan.proposed') : terminalMessage('plan.preset', { preset }),
  });
}

/** Why proposed values are as they are, for those that were left so. */
function reasonLines(translator: TerminalTranslator, h: Hyperparameters, corpus: Corpus): string[] {
  const { hyperparameters: proposed, reasons } = proposeHyperparameters(corpus);
  const indent = ' '.repeat(factWidth(translator) + 2);
  return reasons
    .filter(({ name }) => h[name] === proposed[name])
    .map(({ name, text: reason }) => {
      const setting = { flag: flagName(name), value: String(h[name]), reason };
      return indent + translator.text('plan.reason', setting);
    });
}

/**
 * What the run will take on its engine, by its steps where some were timed; unknown where the text was counted through
 * another tokenizer.
 */
export function estimateOf(
  { hyperparameters: h, cut, engine, stepMilliseconds }: Run,
  corpus: Corpus,
): Estimate | undefined {
  if (!isCutAs(corpus.statistics, { ...h, cut })) return undefined;
  if (!engine) return estimateRun(h, corpus);
  const timed = stepMilliseconds && { engine: engine.engine, milliseconds: stepMilliseconds };
  return estimateRun({ ...h, engine: engine.engine }, corpus, { engine, ...(timed && { timed }) });
}

/** What is about to be done, before it begins. */
export function planLines({ translator, options }: Host, run: Run, corpus: Corpus): string[] {
  const settings = [translator.text('facts.settings'), settingsText(translator, run)] as const;
  const facts = factLines([settings], '', factWidth(translator));
  const explained = options.verbose && run.preset === undefined;
  return [...facts, ...(explained ? reasonLines(translator, run.hyperparameters, corpus) : [])];
}

/** The estimate in words, with how it is known; a GPU tells its own time while it trains. */
export function estimateText(
  { translator, numbers }: Pick<Host, 'translator' | 'numbers'>,
  { cardMemory, ...estimate }: Estimate,
): string {
  const memory = numbers.bytes(estimate.memory);
  if (cardMemory !== undefined) return translator.text('plan.onCard', { card: numbers.bytes(cardMemory), memory });
  const name = estimate.basis === 'timed' ? 'plan.estimateTimed' : 'plan.estimate';
  return translator.text(name, { time: numbers.duration(estimate.seconds), memory });
}
