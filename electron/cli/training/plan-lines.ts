import type { Corpus } from '../../contract/corpus.ts';
import { estimateRun, type Estimate } from '../../advice/estimate.ts';
import { flagName, type Hyperparameters } from '../../contract/hyperparameters.ts';
import { proposeHyperparameters } from '../../advice/propose.ts';
import type { Engine, Run } from '../../contract/run.ts';
import { bytes, duration, grouped } from '../output/numbers.ts';
import { factLines } from '../output/table.ts';

/** Columns of the names of facts, through all of a training's lines: `settings` is the longest. */
export const FACT_WIDTH = 8;

/** The settings that a person asks about first; the rest is in the run's folder. */
function settingsText(h: Hyperparameters): string {
  const seen = h.context === 'window' ? `windows of ${h.windowLength}` : `sequences of ${h.sequenceLength}`;
  return `${h.layers} × ${h.units} units, ${seen}, ${h.optimizer} ${h.learningRate}, ${grouped(h.steps)} steps`;
}

/** Why proposed values are as they are, for those that were left so. */
function reasonLines(h: Hyperparameters, corpus: Corpus): string[] {
  const { hyperparameters: proposed, reasons } = proposeHyperparameters(corpus);
  return reasons
    .filter(({ name }) => h[name] === proposed[name])
    .map(({ name, text }) => `          --${flagName(name)} ${h[name]}: ${text.en}`);
}

/** What the run will take; unknown where the text was counted through another tokenizer. */
export function estimateOf({ hyperparameters: h }: Run, corpus: Corpus): Estimate | undefined {
  const { tokenizer, lowercase } = corpus.statistics;
  return h.tokenizer === tokenizer && h.lowercase === lowercase ? estimateRun(h, corpus) : undefined;
}

/** What is about to be done, before it begins. */
export function planLines(run: Run, corpus: Corpus, verbose: boolean): string[] {
  const { hyperparameters: h, preset } = run;
  const origin = preset === undefined ? 'proposed for this text' : `preset ${preset}`;
  const facts = factLines([['settings', `${settingsText(h)} (${origin})`]], '', FACT_WIDTH);
  return [...facts, ...(verbose && preset === undefined ? reasonLines(h, corpus) : [])];
}

/** The estimate in words; its time holds for TensorFlow on two cores, other engines tell theirs while they train. */
export function estimateText({ seconds, memory }: Estimate, engine: Engine | undefined): string {
  const needs = `${bytes(memory)} of memory`;
  const onCpu = engine?.engine === 'tensorflow' && engine.device === 'cpu';
  return onCpu ? `about ${duration(seconds)} on two cores, ${needs}` : needs;
}
