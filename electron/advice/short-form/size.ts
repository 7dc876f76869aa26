import { HYPERPARAMETERS } from '../../contract/hyperparameter-table.ts';
import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import { gigabytes, message } from '../../contract/message.ts';
import { vocabularySizeOf } from '../estimate.ts';
import { memoryNeeded } from '../memory.ts';
import { LONG_TEXT } from '../propose.ts';
import { symbolCount } from '../wording.ts';
import type { Grounds, Mean } from './answer.ts';

const NARROWER = 1 / 2;
/** The first that fits into memory. */
const WIDER = [2, 1.5] as const;

type Size = Pick<Hyperparameters, 'layers' | 'units' | 'embeddingSize'>;

const scaled = (name: 'units' | 'embeddingSize', value: number, factor: number): number =>
  Math.max(1, Math.min(HYPERPARAMETERS[name].maximum, Math.round(value * factor)));

function sized(h: Hyperparameters, factor: number, layers = h.layers): Size {
  const units = scaled('units', h.units, factor);
  const apart = h.input === 'embedding' && !h.tieWeights;
  const embeddingSize = apart
    ? scaled('embeddingSize', h.embeddingSize, factor)
    : h.tieWeights
      ? units
      : h.embeddingSize;
  return { layers, units, embeddingSize };
}

/** Bytes of memory that a network of a size needs. */
function memoryOf({ proposal: { hyperparameters }, corpus }: Grounds, size: Size): number {
  const h = { ...hyperparameters, ...size };
  return memoryNeeded(h, vocabularySizeOf(h, corpus), corpus.statistics.symbols);
}

const small: Mean = ({ proposal: { hyperparameters: h } }) => {
  const settings = sized(h, NARROWER);
  const { layers, units } = settings;
  return { settings, reason: message('shortForm.smallReason', { layers, units }) };
};

const fitting: Mean = ({ proposal: { hyperparameters: h }, corpus: { statistics } }) => {
  const size = symbolCount(statistics.symbols, statistics.tokenizer);
  return { settings: {}, reason: message('shortForm.fittingReason', { size, layers: h.layers, units: h.units }) };
};

const large: Mean = (grounds) => {
  const { proposal, corpus, memory = Infinity } = grounds;
  const { hyperparameters: h } = proposal;
  // a book has more to tell apart than one layer can
  const layers = corpus.statistics.symbols >= LONG_TEXT ? Math.max(2, h.layers) : h.layers;
  const sizes = WIDER.map((factor) => sized(h, factor, layers));
  const settings = sizes.find((size) => memoryOf(grounds, size) <= memory);
  if (settings)
    return {
      settings,
      reason: message('shortForm.largeReason', { layers: settings.layers, units: settings.units }),
    };
  const [widest] = sizes;
  const needed = gigabytes(memoryOf(grounds, widest));
  return {
    settings: widest,
    reason: message('shortForm.largeShort', { needed, memory: gigabytes(memory) }),
    short: true,
  };
};

/** How large the network is. */
export const size = { small, fitting, large } as const;
