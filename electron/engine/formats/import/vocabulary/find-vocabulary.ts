import { isUtf8 } from 'node:buffer';
import { AesopError } from '../../../../contract/errors.ts';
import type { VocabularyForm } from '../../../../contract/foreign-formats.ts';
import { importedVocabularyBytes } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import type { Vocabulary } from '../../../text/vocabulary/vocabulary.ts';
import type { ForeignSource } from '../foreign-model.ts';
import { numberingsOf, type Numbering } from '../numbering/characters.ts';
import { asVocabulary } from './as-vocabulary.ts';
import type { FoundSymbols } from './found-symbols.ts';
import { FILLER, symbolsInJson } from './in-json.ts';
import { symbolsInLines, symbolsInTable } from './in-text.ts';

/** A vocabulary for a model, and where it was found. */
export interface FoundVocabulary {
  readonly vocabulary: Vocabulary;
  readonly file: string;
  readonly form: VocabularyForm;
}

/** A text that a model learnt, whose characters may be numbered in several ways. */
export interface LearntText {
  readonly text: string;
  readonly numberings: readonly Numbering[];
  readonly file: string;
}

/** What a vocabulary is looked for for. */
export interface Wanted {
  /** how errors call the model */
  readonly name: string;
  readonly symbols: number;
  /** the symbol with the number 0 is none to it */
  readonly skipsZero?: boolean;
}

/** @returns nothing where the file is no text, or too large for such a vocabulary */
async function textOf(source: ForeignSource, name: string, limit: number): Promise<string | undefined> {
  const file = await source.open(name);
  if (file.bytes > limit) return undefined;
  const bytes = await file.read(0, file.bytes);
  // the mark of its bytes is no part of it
  return isUtf8(bytes) ? new TextDecoder().decode(bytes) : undefined;
}

/** The symbols that are wanted: those found, or those behind a 0 that stands for none. */
function fitting(found: FoundSymbols, { symbols, skipsZero }: Wanted): FoundSymbols | undefined {
  if (found.symbols.length === symbols) return found;
  if (!skipsZero || found.own || found.symbols.length !== symbols - 1) return undefined;
  return {
    form: found.form,
    symbols: [FILLER, ...found.symbols],
    ...(found.counts && { counts: [0, ...found.counts] }),
  };
}

/** The symbols that a text names; what says it by its form excludes the other ways. */
function namedIn(text: string, file: string): FoundSymbols | undefined {
  const table = symbolsInTable(text);
  if (table) return table;
  const inJson = symbolsInJson(text, file);
  return inJson ? inJson[0] : symbolsInLines(text);
}

/** The same of a file that nobody called a vocabulary: settings in JSON may number something, too. */
function guessed(text: string, file: string): FoundSymbols | undefined {
  try {
    return namedIn(text, file);
  } catch (thrown) {
    if (thrown instanceof AesopError && thrown.code === 'vocabulary-unfit') return undefined;
    throw thrown;
  }
}

/**
 * The vocabulary that a person named, or the text that the model learnt.
 * @throws AesopError `vocabulary-unfit`, `vocabulary-misfit`, `vocabulary-text-misfit`
 */
export async function namedVocabulary(
  source: ForeignSource,
  file: string,
  wanted: Wanted,
): Promise<FoundVocabulary | LearntText> {
  const { name, symbols } = wanted;
  const text = await textOf(source, file, importedVocabularyBytes(symbols));
  if (text === undefined) throw new AesopError('vocabulary-unfit', { file, problem: message('phrases.not-text') });
  const found = namedIn(text, file);
  if (!found) throw new AesopError('vocabulary-unfit', { file, problem: message('phrases.content-unfit') });
  const { length } = found.symbols;
  const fits = fitting(found, wanted);
  if (fits) return { vocabulary: asVocabulary(fits, file), file, form: found.form };
  if (found.form !== 'lines') throw new AesopError('vocabulary-misfit', { file, found: length, name, symbols });
  const numberings = numberingsOf(text, symbols, wanted.skipsZero ? FILLER : undefined);
  if (numberings.length > 0) return { text, numberings, file };
  const characters = new Set(text).size;
  throw new AesopError('vocabulary-text-misfit', { file, lines: length, characters, name, symbols });
}

/**
 * The vocabulary among the files that came with a model, the nearest ones first: one that says so by its form, else a text with as many lines as
 * symbols are wanted. A text is never taken for what the model learnt unless somebody names it.
 * @throws AesopError `vocabulary-wanted`; `vocabulary-misfit` where the only one there has another size
 */
export async function vocabularyBeside(sources: readonly ForeignSource[], wanted: Wanted): Promise<FoundVocabulary> {
  const { name, symbols } = wanted;
  let misfit: AesopError | undefined;
  let lines: FoundVocabulary | undefined;
  for (const [source, file] of sources.flatMap((source) => source.files.map((file) => [source, file] as const))) {
    const text = await textOf(source, file, importedVocabularyBytes(symbols));
    if (text === undefined) continue;
    const found = guessed(text, file);
    if (!found) continue;
    const fits = fitting(found, wanted);
    const plain = found.form === 'lines';
    if (fits && !plain) return { vocabulary: asVocabulary(fits, file), file, form: found.form };
    if (!plain) misfit ??= new AesopError('vocabulary-misfit', { file, found: found.symbols.length, name, symbols });
    if (fits && plain && new Set(fits.symbols).size === symbols)
      lines ??= { vocabulary: asVocabulary(fits, file), file, form: found.form };
  }
  if (lines) return lines;
  throw misfit ?? new AesopError('vocabulary-wanted', { name, symbols });
}
