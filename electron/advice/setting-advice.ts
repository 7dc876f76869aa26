import { validates, type HyperparameterName, type Hyperparameters } from '../contract/hyperparameters.ts';
import { softmaxSize } from '../contract/sampled-softmax.ts';
import { message, percent, rounded, type Message } from '../contract/message.ts';
import { coverageOf, passOver } from './corpus-measures.ts';
import { vocabularySizeOf } from './estimate.ts';
import { LONG_TEXT, SHORT_TEXT } from './propose.ts';
import { precedingSymbols, symbolCount, type CorpusFacts } from './wording.ts';

type Advise = (h: Hyperparameters, corpus: CorpusFacts) => Message | undefined;

/** From here on a learning rate usually diverges. */
export const HIGHEST_RATE = { adam: 0.02, adamw: 0.02, rmsprop: 0.01, sgd: 5 } as const;
const USUAL_RATE = {
  adam: [0.001, 0.005],
  adamw: [0.001, 0.005],
  rmsprop: [0.0005, 0.002],
  sgd: [0.1, 1],
} as const;

/** Symbols that a softmax learns as much from as from all of 20,000: measured in docs/decisions.md. */
const DRAWN = 4096;

const sizeOf = ({ statistics }: CorpusFacts): Message => symbolCount(statistics.symbols, statistics.tokenizer);
const isShort = ({ statistics }: CorpusFacts): boolean => statistics.symbols <= SHORT_TEXT;
/** Whether a model learns on from it, which has a context, a memory of what it learnt and small steps of its own. */
const isLearntOn = ({ known }: CorpusFacts): boolean => known !== undefined;
const only = (says: boolean, text: Message): Message | undefined => (says ? text : undefined);

const ADVICE: Partial<Record<HyperparameterName, Advise>> = {
  tokenizer: (h, corpus) => {
    const { tokenizer } = corpus.statistics;
    if (h.tokenizer === 'whitespace' && /^(zh|ja|th)/.test(corpus.language))
      return message('settingAdvice.tokenizerNoSpaces');
    const proposed = message(`choices.${tokenizer}`);
    return only(h.tokenizer !== tokenizer, message('settingAdvice.tokenizerProposed', { tokenizer: proposed }));
  },
  lowercase: (_, { language }) =>
    only(/^(zh|ja|ko|th|ar|fa|he|hi)$/.test(language), message('settingAdvice.lowercaseNone')),
  vocabularyLimit: (h, corpus) => {
    const { distinct } = corpus.statistics;
    if (h.tokenizer === 'subwords') return message('settingAdvice.vocabularySubwords', { count: distinct });
    if (h.vocabularyLimit === 0 || h.vocabularyLimit >= distinct)
      return message('settingAdvice.vocabularyAll', { count: distinct });
    const share = percent(coverageOf(h.vocabularyLimit, corpus));
    return message('settingAdvice.vocabularyCovers', { count: h.vocabularyLimit, share });
  },
  minimumCount: (_, { statistics: { singletons, distinct } }) =>
    message('settingAdvice.once', { once: singletons, count: distinct }),
  input: (h) => only(h.input === 'ordinal', message('settingAdvice.ordinal')),
  layers: (h, corpus) => {
    const size = sizeOf(corpus);
    if (isShort(corpus)) return message('settingAdvice.oneLayer', { size });
    return only(corpus.statistics.symbols >= LONG_TEXT && h.layers !== 2, message('settingAdvice.twoLayers', { size }));
  },
  units: (h, corpus) =>
    only(corpus.statistics.symbols < 1000 && h.units > 256, message('settingAdvice.units', { size: sizeOf(corpus) })),
  embeddingSize: (h) => only(h.input !== 'embedding', message('settingAdvice.embeddingUnused')),
  dropout: (h, corpus) => {
    if (isShort(corpus)) return only(h.dropout > 0, message('settingAdvice.dropoutShort'));
    return only(h.layers > 1 && h.dropout === 0, message('settingAdvice.dropoutNone'));
  },
  tieWeights: (h) =>
    only(
      h.tieWeights && (h.input !== 'embedding' || h.embeddingSize !== h.units),
      message('settingAdvice.tiedSize', { units: h.units }),
    ),
  context: (h, corpus) => {
    const short = isShort(corpus);
    if (isLearntOn(corpus) || short === (h.context === 'window')) return undefined;
    return message(short ? 'settingAdvice.windowsShort' : 'settingAdvice.sequenceLong');
  },
  windowLength: (h, { statistics: { ceilings, tokenizer } }) => {
    if (h.context !== 'window' || ceilings.length === 0) return undefined;
    const length = Math.min(h.windowLength, ceilings.length);
    const share = percent(ceilings[length - 1]);
    if (length === 1) return message('settingAdvice.windowOne', { share });
    const preceding = precedingSymbols(length, tokenizer);
    if (h.windowLength > ceilings.length) return message('settingAdvice.window', { preceding, share });
    const before = percent(ceilings[length - 2]);
    return message('settingAdvice.windowLonger', { preceding, share, fewer: length - 1, before });
  },
  order: (h) => only(h.context === 'window' && h.order === 'article', message('settingAdvice.orderArticle')),
  stride: (h) =>
    only(
      h.context === 'window' && h.stride > 1 && h.order === 'shuffled',
      message('settingAdvice.stride', { stride: h.stride }),
    ),
  sequenceLength: (h, { statistics: { sentenceLength } }) =>
    only(h.context === 'sequence', message('settingAdvice.sentence', { count: Math.round(sentenceLength) })),
  stateReset: (h) => only(h.context === 'sequence' && h.stateReset === 0, message('settingAdvice.resetNone')),
  batchSize: (h, corpus) => {
    const { steps, predictions } = passOver(h, corpus);
    if (h.context === 'window' && h.batchSize > predictions)
      return message('settingAdvice.windowsFew', { count: Math.round(predictions) });
    return message('settingAdvice.pass', { count: Math.ceil(steps) });
  },
  learningRate: (h, corpus) => {
    const limit = HIGHEST_RATE[h.optimizer];
    if (h.learningRate > limit) return message('settingAdvice.rateHigh', { limit });
    const [low, high] = USUAL_RATE[h.optimizer];
    if ((isLearntOn(corpus) || h.learningRate >= low / 3) && h.learningRate <= 3 * high) return undefined;
    return message('settingAdvice.rateUsual', { low, high });
  },
  momentum: (h) =>
    only(
      h.momentum > 0 && (h.optimizer === 'adam' || h.optimizer === 'adamw'),
      message('settingAdvice.momentumUnused'),
    ),
  clipNorm: (h) => only(h.context === 'sequence' && h.clipNorm === 0, message('settingAdvice.clipNone')),
  weightDecay: (h) =>
    only(
      h.weightDecay > 0 && (h.optimizer === 'adam' || h.optimizer === 'rmsprop'),
      message('settingAdvice.decayUnused'),
    ),
  sampledSoftmax: (h, corpus) => {
    const count = vocabularySizeOf(h, corpus);
    const isFull = (sampledSoftmax: number): boolean => softmaxSize({ ...h, sampledSoftmax }, count) === count;
    if (h.sampledSoftmax > 0) return only(isFull(h.sampledSoftmax), message('settingAdvice.softmaxFull', { count }));
    return only(!isFull(DRAWN), message('settingAdvice.softmaxSampled', { count, drawn: DRAWN }));
  },
  warmupSteps: (h) => only(h.warmupSteps >= h.steps, message('settingAdvice.warmupLong')),
  steps: (h, corpus) => {
    const passes = h.steps / passOver(h, corpus).steps;
    if (passes < 1) return message('settingAdvice.partRead', { share: percent(passes) });
    const count = passes >= 10 ? Math.round(passes) : rounded(Math.round(passes * 10) / 10);
    return message('settingAdvice.passes', { count });
  },
  validationFraction: (h, corpus) => {
    const { symbols, tokenizer } = corpus.statistics;
    if (isShort(corpus) && !isLearntOn(corpus))
      return only(h.validationFraction > 0, message('settingAdvice.validationShort'));
    if (h.validationFraction > 0)
      return message('settingAdvice.held', { size: symbolCount(symbols * h.validationFraction, tokenizer) });
    if (isShort(corpus)) return undefined;
    return message('settingAdvice.validationNone', { size: symbolCount(symbols * 0.05, tokenizer) });
  },
  evaluateEvery: (h) => only(!validates(h), message('settingAdvice.nothingValidated')),
  reportEvery: (h) => only(h.reportEvery > h.steps, message('settingAdvice.reportLong')),
};

/** A line of advice beside a setting, from its value, the other settings and the text; none where there is nothing to say. */
export function adviseOn(name: HyperparameterName, h: Hyperparameters, corpus: CorpusFacts): Message | undefined {
  return ADVICE[name]?.(h, corpus);
}
