import type { Corpus } from '../../../../electron/contract/corpus.ts';
import { isCutAs } from '../../../../electron/contract/corpus.ts';
import type { Dictionary } from '../../../../electron/contract/dictionary.ts';
import type { Run } from '../../../../electron/contract/run.ts';
import { symbolText } from '../../../../electron/contract/shown-symbols.ts';
import { count, decimal, measure, percent, t } from '../../../state/language.svelte.ts';
import type { Shown } from '../predictions/samples.ts';
import { shapeText, valueText } from '../settings/knob-text.ts';
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
  output: ({ run: { hyperparameters: h }, dictionary: { size } }) =>
    h.tieWeights ? t('article.outputTied', { size }) : t('article.outputHere', { units: count(h.units), size }),
  stacked: ({ run: { hyperparameters: h } }) => t('article.stackedHere', { layers: h.layers }),
  training: ({ run: { hyperparameters: h } }) =>
    t('article.trainingHere', {
      optimizer: valueText('optimizer', h.optimizer),
      rate: valueText('learningRate', h.learningRate),
    }),
  loop({ run: { hyperparameters: h } }) {
    const { steps, batchSize: batch } = h;
    if (h.context === 'sequence') return t('article.loopSequence', { steps, batch, length: count(h.sequenceLength) });
    return t('article.loopHere', { steps, batch, order: valueText('order', h.order) });
  },
  report({ run: { last, hyperparameters: h } }) {
    if (!last || last.loss === null) return undefined;
    const [loss, accuracy] = [measure(last.loss), percent(last.accuracy, 1)];
    return t('article.reportHere', { every: h.reportEvery, step: count(last.step), loss, accuracy });
  },
  predicted({ shown: { predicted: sample } }) {
    const [first] = sample?.predictions ?? [];
    if (!sample || !first) return undefined;
    return t('article.predictedHere', {
      step: count(sample.step),
      context: written(first.context),
      predicted: symbolText(first.predicted),
      expected: symbolText(first.expected),
    });
  },
  tale: ({ shown: { story } }) => story && t('article.taleHere', { step: count(story.step) }),
  numbers: ({ run: { hyperparameters: h } }) => t('article.numbersHere', { input: valueText('input', h.input) }),
  vocabulary: ({ dictionary: { size } }) => t('article.vocabularyHere', { size, loss: decimal(Math.log(size), 2) }),
  unique({ run: { hyperparameters: h, cut }, corpus }) {
    if (h.context === 'sequence') return t('article.uniqueSequence');
    const share =
      corpus && isCutAs(corpus.statistics, { ...h, cut }) ? corpus.statistics.ceilings[h.windowLength - 1] : undefined;
    return share === undefined
      ? undefined
      : t('article.uniqueHere', { share: percent(share, 1), length: h.windowLength });
  },
  size({ run: { hyperparameters: h }, dictionary: { symbols } }) {
    const each = h.context === 'sequence' ? h.sequenceLength : 1;
    const times = Math.max(1, Math.round((h.steps * h.batchSize * each) / Math.max(1, symbols)));
    return t('article.sizeHere', { symbols, times });
  },
  more: ({ run: { parameters, hyperparameters: h } }) =>
    parameters === undefined ? undefined : t('article.moreHere', { shape: shapeText(h), count: parameters }),
  optimizers: ({ run: { hyperparameters: h } }) =>
    t('article.optimizersHere', { optimizer: valueText('optimizer', h.optimizer) }),
  told: () => t('article.toldHere'),
};

/** What a run makes of a piece; that nothing is known of it yet, where nothing is. */
export const hereOf = (name: PieceName, known: Known): string => SAYS[name](known) ?? t('article.notYet');
