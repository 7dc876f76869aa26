/** Files of other programs that a model can be taken out of; `aesop import` and the Shelf read each. */
export const foreignFormatNames = ['safetensors', 'onnx', 'keras', 'h5', 'tfjs'] as const;
export type ForeignFormatName = (typeof foreignFormatNames)[number];

/** Ways in which a file can say which symbols there are: our own, a JSON list, JSON that numbers, a table, a line each, a text's characters. */
export const vocabularyForms = ['own', 'list', 'numbers', 'table', 'lines', 'text'] as const;
export type VocabularyForm = (typeof vocabularyForms)[number];

/**
 * What a model may have learnt in the place of a symbol's number, which no file says: the number itself, the number divided by how
 * many symbols there are, the same less a half, or stretched so that the last one is 1, or so that the first one is -1 as well.
 */
export const idScales = ['plain', 'divided', 'centred', 'minmax', 'symmetric'] as const;
export type IdScale = (typeof idScales)[number];

/** What the files of models end in, for a dialog and for a drop; what a file is shows in what it holds. */
export const MODEL_EXTENSIONS = ['aesop', 'zip', 'keras', 'h5', 'hdf5', 'onnx'] as const;

/** The same of vocabularies. */
export const VOCABULARY_EXTENSIONS = ['json', 'tsv', 'txt'] as const;

/** Whether a file is one of a model for sure, and of nothing else: a zip may be a text. */
export const isModelFile = (name: string): boolean => /\.(?:aesop|keras|h5|hdf5|onnx)$/i.test(name);

/** Whether a file may be a part of a model that lies in several: what describes it, or its weights. */
export const isModelPart = (name: string): boolean =>
  isModelFile(name) || /^(?:model|card|config)\.json$|\.(?:safetensors|bin)$/i.test(name);

/** Beside the weights of a model: what describes it, and its words. */
const BESIDE_WEIGHTS = /\.(?:json|tsv|model|md)$|^(?:vocab|vocabulary|words|merges|license|readme)(?:\.txt)?$|^\./i;
const WEIGHTS = /\.(?:safetensors|bin)$/i;

/** Whether files are those of a model, ours or another program's, and no text is among them. */
export const areModel = (names: readonly string[]): boolean =>
  names.some((name) => isModelFile(name) || WEIGHTS.test(name)) &&
  names.some((name) => isModelFile(name) || /^(?:model|config)\.json$/.test(name)) &&
  names.every((name) => name === '' || isModelPart(name) || BESIDE_WEIGHTS.test(name));

/** Whether the files of a folder are those of a model of ours: none of them is a text that anybody wrote. */
export const isModelFolder = (names: readonly string[]): boolean =>
  ['card.json', 'model.json'].every((part) => names.includes(part));

const EXTENSION = new RegExp(`\\.(?:${[...MODEL_EXTENSIONS, 'safetensors', 'json'].join('|')})$`, 'i');

/** What a file of a model is called, without what says its kind. */
export const withoutExtension = (name: string): string => name.replace(EXTENSION, '') || name;
