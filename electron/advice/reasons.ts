import { applies } from '../contract/hyperparameter-use.ts';
import {
  hyperparameter,
  hyperparameterNames,
  type HyperparameterName,
  type Hyperparameters,
} from '../contract/hyperparameters.ts';
import { message, percent, type Message } from '../contract/message.ts';
import { coverageOf, passOver } from './corpus-measures.ts';
import { symbolCount, type CorpusFacts } from './wording.ts';

/** Why a proposed value is what it is. */
export interface Reason {
  readonly name: HyperparameterName;
  readonly text: Message;
}

type Explain = (h: Hyperparameters, corpus: CorpusFacts) => Message;

const sizeOf = ({ statistics }: CorpusFacts): Message => symbolCount(statistics.symbols, statistics.tokenizer);
const asCut: Explain = () => message('reasons.asCut');
/** A network that is narrower or wider than usual, as letters or words ask for. */
const width: Explain = (h, corpus) =>
  message(h.tokenizer === 'characters' ? 'reasons.fewKinds' : 'reasons.manyKinds', {
    count: corpus.statistics.distinct,
  });

/** Why a value is not what it is without a text, whichever proposal it stands in. */
const USUAL: Partial<Record<HyperparameterName, Explain>> = {
  tokenizer: asCut,
  lowercase: asCut,
  vocabularyLimit: (h, corpus) =>
    message('settingAdvice.vocabularyCovers', {
      count: h.vocabularyLimit,
      share: percent(coverageOf(h.vocabularyLimit, corpus)),
    }),
  embeddingSize: (h, corpus) => (h.tieWeights ? message('reasons.asUnits', { units: h.units }) : width(h, corpus)),
  layers: (h, corpus) => message('reasons.layers', { size: sizeOf(corpus), layers: h.layers }),
  units: width,
  tieWeights: (_, corpus) => message('reasons.tied', { count: corpus.statistics.distinct }),
  sequenceLength: (h) => message('reasons.traced', { count: h.sequenceLength }),
  stateReset: (h) => message('reasons.reset', { share: percent(h.stateReset) }),
  batchSize: (h, corpus) =>
    message('reasons.lanes', { lanes: h.batchSize, steps: Math.ceil(passOver(h, corpus).steps) }),
  learningRate: () => message('reasons.rate'),
  clipNorm: (h) => message('reasons.clip', { norm: h.clipNorm }),
  schedule: () => message('reasons.cosine'),
  warmupSteps: (h) => message('reasons.warmup', { count: h.warmupSteps }),
  reportEvery: (h) => message('reasons.points', { count: Math.ceil(h.steps / h.reportEvery) }),
  evaluateEvery: (h) => message('reasons.times', { count: Math.ceil(h.steps / h.evaluateEvery) }),
  checkpointEvery: (h) => message('reasons.times', { count: Math.ceil(h.steps / h.checkpointEvery) }),
};

/**
 * The reasons of a proposal: what only it can say, then one for every other value that the text moved from where it is
 * without one.
 */
export function allReasons(h: Hyperparameters, corpus: CorpusFacts, own: readonly Reason[]): Reason[] {
  const said = new Set(own.map(({ name }) => name));
  const usual = hyperparameterNames.flatMap((name) => {
    const explain = USUAL[name];
    const moved = applies(name, h) && h[name] !== hyperparameter(name).default;
    return explain && moved && !said.has(name) ? [{ name, text: explain(h, corpus) }] : [];
  });
  return [...own, ...usual];
}
