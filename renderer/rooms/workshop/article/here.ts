import type { Corpus } from '../../../../electron/contract/corpus.ts';
import { isCutAs } from '../../../../electron/contract/corpus.ts';
import type { Dictionary } from '../../../../electron/contract/dictionary.ts';
import type { Run } from '../../../../electron/contract/run.ts';
import { symbolText } from '../../../../electron/contract/shown-symbols.ts';
import { count, decimal, measure, percent, t } from '../../../state/language.svelte.ts';
import type { Shown } from '../predictions/samples.ts';
import { valueText } from '../settings/knob-text.ts';
import type { PieceName } from './pieces.ts';

/** What is known of a run when it is asked what it makes of a piece. */
export interface Known {
  readonly run: Run;
  /** its text, unless that was deleted */
  readonly corpus: Corpus | undefined;
  readonly dictionary: Dictionary;
  /** at the report on show */
  readonly shown: Shown;
}

/** Symbols shown of what comes before a next one, where no window says how many. */
const CONTEXT = 3;
/** A longer window is not written out. */
const MOST_SHOWN = 8;
const written = (symbols: readonly string[]) => symbols.map(symbolText).join(' ');

/** The first window of the text and the symbol behind it. */
function opening({ run: { hyperparameters: h }, dictionary: { beginning } }: Known) {
  const length = h.context === 'window' ? Math.min(h.windowLength, MOST_SHOWN) : CONTEXT;
  const symbols = beginning.slice(0, length);
  return {
    context: written(symbols.map(({ text }) => text)),
    numbers: symbols.map(({ id }) => count(id)).join(', '),
    next: beginning[length],
  };
}

const SAYS: Record<PieceName, (known: Known) => string | undefined> = {
  text: ({ run, dictionary: { symbols } }) => t('article.textHere', { name: run.corpus.name, symbols }),
  dictionary: ({ dictionary: { size, entries } }) => t('article.dictionaryHere', { size, shown: entries.length }),
  input(known) {
    const { context, numbers } = opening(known);
    return t('article.inputHere', { context, numbers });
  },
  label(known) {
    const { context, next } = opening(known);
    if (!next) return undefined;
    const { size } = known.dictionary;
    return t('article.labelHere', { size, context, id: count(next.id), next: symbolText(next.text) });
  },
  cell: ({ run: { parameters, hyperparameters: h } }) =>
    parameters === undefined ? undefined : t('article.cellHere', { units: h.units, count: parameters }),
  constants: ({ run: { hyperparameters: h }, dictionary: { size } }) =>
    h.tieWeights ? t('article.constantsTied', { size }) : t('article.constantsHere', { units: count(h.units), size }),
  stacked: ({ run: { hyperparameters: h } }) => t('article.stackedHere', { layers: h.layers }),
  training: ({ run: { hyperparameters: h } }) =>
    t('article.trainingHere', {
      optimizer: valueText('optimizer', h.optimizer),
      rate: valueText('learningRate', h.learningRate),
    }),
  step({ run: { hyperparameters: h } }) {
    const { steps, batchSize: batch } = h;
    if (h.context === 'sequence') return t('article.stepSequence', { steps, batch, length: count(h.sequenceLength) });
    return t('article.stepHere', { steps, batch, order: valueText('order', h.order) });
  },
  report({ run: { last, hyperparameters: h }, shown: { predicted: sample } }) {
    if (!last || last.loss === null) return undefined;
    const [loss, accuracy] = [measure(last.loss), percent(last.accuracy, 1)];
    const said = [t('article.reportHere', { every: h.reportEvery, step: count(last.step), loss, accuracy })];
    const [first] = sample?.predictions ?? [];
    if (sample && first)
      said.push(
        t('article.predictedHere', {
          step: count(sample.step),
          context: written(first.context),
          predicted: symbolText(first.predicted),
          expected: symbolText(first.expected),
        }),
      );
    return said.join('\n');
  },
  tale: ({ shown: { story } }) => story && t('article.taleHere', { step: count(story.step) }),
  other: () => t('article.otherHere'),
  numbers: ({ run: { hyperparameters: h } }) => t('article.numbersHere', { input: valueText('input', h.input) }),
  vocabulary: ({ dictionary: { size } }) => t('article.vocabularyHere', { size, loss: decimal(Math.log(size), 2) }),
  source: () => t('article.sourceHere'),
  window({ run: { hyperparameters: h, cut }, corpus }) {
    if (h.context === 'sequence') return t('article.windowSequence');
    const share =
      corpus && isCutAs(corpus.statistics, { ...h, cut }) ? corpus.statistics.ceilings[h.windowLength - 1] : undefined;
    return share === undefined
      ? t('article.windowLong', { length: h.windowLength })
      : t('article.windowHere', { share: percent(share, 1), length: h.windowLength });
  },
  chance: ({ run: { hyperparameters: h } }) => t('article.chanceHere', { seed: String(h.seed), steps: h.steps }),
  board: () => t('article.boardHere'),
  another: ({ run }) => t('article.anotherHere', { name: run.corpus.name }),
};

/** What a run makes of a piece; that nothing is known of it yet, where nothing is. */
export const hereOf = (name: PieceName, known: Known): string => SAYS[name](known) ?? t('article.notYet');
