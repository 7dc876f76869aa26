import * as z from 'zod';
import { isLearnt, type ModelCard } from './model.ts';
import { layerInputs, weightCount, weightsFileBytes } from './network-size.ts';
import { PRECISION_BYTES, precisions, type Precision } from './precision.ts';

/** What a format makes of a model. */
export type ExportKind = 'model' | 'vocabulary' | 'vectors' | 'page' | 'figures';

/** `''` is a folder */
type Ending = '' | `.${string}`;

/** What is known of a format before anything is written. */
interface ExportFormatFacts {
  readonly kind: ExportKind;
  /** what the place that is written to may end in, the usual one first */
  readonly endings: readonly [Ending, ...Ending[]];
  /** the run that the model is of must be there too */
  readonly needsRun: boolean;
  /** how exactly weights may be written, the usual way first; left out where there is one way alone */
  readonly precisions?: readonly Precision[];
  /** it can say the logistic function of gates alone */
  readonly logisticOnly?: true;
  /** bytes of weights that it can hold; as many as there are where none is said */
  readonly most?: number;
  /** how many bytes are written: those of weights to the byte, those of words by what words usually take */
  bytes(card: ModelCard, precision?: Precision): number;
}

/** Endings of the one file that a folder is packed into. */
export const ARCHIVE_ENDINGS = ['.zip', '.aesop'] as const;
const FOLDER = ['', ...ARCHIVE_ENDINGS] as const;
/** A folder that Aesop itself does not open. */
const PACKED = ['', '.zip'] as const;

/** Card, topology and README of a folder. */
const FEW = 12_000;
const FLOAT_BYTES = 4;
/** Readers of protocol buffers take no message of 2 GiB. */
const MOST_PROTOBUF = 2 ** 31 - 2 ** 20;
/** A plain zip ends before 4 GiB. */
const MOST_ZIP = 2 ** 32 - 2 ** 20;
/** Groups of an HDF5 file, which leave room for more. */
const HDF5 = 50_000;
/** A symbol with its count in vocabulary.json. */
const SYMBOL = 16;
/** A number as it is written out. */
const DIGITS = 11;
/** A report as a line. */
const REPORT = 140;
/** The page of a run, however long it was: its curves are thinned. */
const RUN_PAGE = 45_000;
const vectorWidth = ({ hyperparameters: h }: ModelCard) => (h.input === 'embedding' ? h.embeddingSize : h.units);
/** One layer for one symbol, as nodes of a TensorFlow graph: one for a step, one in the loop of a window. */
const NODES = 1300;
const weights = ({ hyperparameters, vocabularySize }: ModelCard) => weightsFileBytes(hyperparameters, vocabularySize);

/** A page without its model. */
const TEMPLATE = 246_000;
/** What int8 and text lose where they are packed. */
const SHRINKS = { float32: 0.91, float16: 0.91, int8: 0.96 } as const;
/** Base 64. */
const LETTERS = 4 / 3;

/** As `encodeWeights` of engine/formats/storyteller writes them, packed about as well as weights are. */
function pageBytes({ hyperparameters: h, vocabularySize }: ModelCard, precision: Precision = 'int8'): number {
  const weights = PRECISION_BYTES[precision] * weightCount(h, vocabularySize);
  const scales =
    precision === 'int8' ? 4 * (vocabularySize * 2 + 8 * h.units * layerInputs(h, vocabularySize).length) : 0;
  return Math.round(TEMPLATE + LETTERS * (SHRINKS[precision] * (weights + scales) + (SYMBOL / 2) * vocabularySize));
}

/**
 * Every format that a model can leave in. An entry here, what it is called and who opens it in the messages, and `write` in
 * engine/formats: terminal, page and studio follow.
 */
export const EXPORT_FORMATS = {
  tfjs: {
    kind: 'model',
    endings: FOLDER,
    needsRun: false,
    bytes: (card) => weights(card) + SYMBOL * card.vocabularySize + FEW,
  },
  html: {
    kind: 'page',
    endings: ['.html'],
    needsRun: false,
    precisions: ['int8', 'float16', 'float32'],
    bytes: pageBytes,
  },
  keras: {
    kind: 'model',
    endings: PACKED,
    needsRun: false,
    most: MOST_ZIP,
    bytes: (card) => weights(card) + SYMBOL * card.vocabularySize + HDF5,
  },
  h5: {
    kind: 'model',
    endings: PACKED,
    needsRun: false,
    bytes: (card) => weights(card) + SYMBOL * card.vocabularySize + HDF5,
  },
  savedmodel: {
    kind: 'model',
    endings: PACKED,
    needsRun: false,
    most: MOST_PROTOBUF,
    bytes: (card) => weights(card) + SYMBOL * card.vocabularySize + 2 * NODES * card.hyperparameters.layers + FEW,
  },
  onnx: {
    kind: 'model',
    endings: PACKED,
    needsRun: false,
    most: MOST_PROTOBUF,
    bytes: (card) => weights(card) + SYMBOL * card.vocabularySize + FEW,
  },
  safetensors: {
    kind: 'model',
    endings: PACKED,
    needsRun: false,
    logisticOnly: true,
    bytes: (card) => FLOAT_BYTES * card.parameters + SYMBOL * card.vocabularySize + FEW,
  },
  vocabulary: {
    kind: 'vocabulary',
    endings: ['.tsv', '.json'],
    needsRun: false,
    bytes: (card) => SYMBOL * card.vocabularySize,
  },
  vectors: {
    kind: 'vectors',
    endings: ['.txt', '.vec'],
    needsRun: false,
    bytes: (card) => (SYMBOL + DIGITS * vectorWidth(card)) * card.vocabularySize,
  },
  metrics: {
    kind: 'figures',
    endings: ['.csv'],
    needsRun: true,
    bytes: ({ step = 0, hyperparameters }) => REPORT * Math.ceil(step / hyperparameters.reportEvery),
  },
  report: {
    kind: 'figures',
    endings: ['.html'],
    needsRun: true,
    bytes: () => RUN_PAGE,
  },
} as const satisfies Record<string, ExportFormatFacts>;

export type ExportFormat = keyof typeof EXPORT_FORMATS;
export const exportFormats = Object.keys(EXPORT_FORMATS) as [ExportFormat, ...ExportFormat[]];
export const exportFormatSchema = z.enum(exportFormats);

/** What is known of a format. */
export const formatFacts = (format: ExportFormat): ExportFormatFacts => EXPORT_FORMATS[format];

/** How exactly a format writes weights unless asked otherwise. */
export const usualPrecision = (format: ExportFormat): Precision => formatFacts(format).precisions?.[0] ?? precisions[0];

/** What tells one file of a model from its others in their names: `keras`, `html-float16`. */
export const variantOf = (format: ExportFormat, precision?: Precision): string =>
  precision && precision !== usualPrecision(format) ? `${format}-${precision}` : format;

/**
 * What keeps a model from leaving in that format, if anything does.
 * @param hasRun whether the run it is of is still there
 */
export function whyNot(format: ExportFormat, card: ModelCard, hasRun: boolean): 'run' | 'gates' | 'size' | undefined {
  const { needsRun, logisticOnly, most = Infinity } = formatFacts(format);
  if (needsRun && !(hasRun && isLearnt(card))) return 'run';
  if (logisticOnly && card.hyperparameters.gates !== 'sigmoid') return 'gates';
  return weights(card) > most ? 'size' : undefined;
}

/** The formats that a model can leave in. */
export const formatsFor = (card: ModelCard, hasRun: boolean): ExportFormat[] =>
  exportFormats.filter((format) => whyNot(format, card, hasRun) === undefined);

/** What a place ends in, of what that format's may; the usual one where it ends in none of them. */
export function endingOf(format: ExportFormat, target: string): Ending {
  const { endings } = formatFacts(format);
  const lower = target.toLowerCase();
  return endings.find((ending) => ending !== '' && lower.endsWith(ending)) ?? endings[0];
}

/** The ending of the one file that a format can be had as: a folder is packed for it. */
export const fileEnding = (format: ExportFormat): Ending =>
  formatFacts(format).endings.find((ending) => ending !== '') ?? '.zip';
