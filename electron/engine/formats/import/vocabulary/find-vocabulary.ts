import { AesopError } from '../../../../contract/errors.ts';
import type { VocabularyForm } from '../../../../contract/foreign-formats.ts';
import { importedVocabularyBytes } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import type { Vocabulary } from '../../../text/vocabulary/vocabulary.ts';
import type { ForeignSource } from '../foreign-model.ts';
import { asVocabulary } from './as-vocabulary.ts';
import type { FoundSymbols } from './found-symbols.ts';
import { symbolsInJson } from './in-json.ts';
import { charactersOf, symbolsInLines, symbolsInTable } from './in-text.ts';

/** A vocabulary for a model, and where it was found. */
export interface FoundVocabulary {
  readonly vocabulary: Vocabulary;
  readonly file: string;
  readonly form: VocabularyForm;
}

/** What a vocabulary is looked for for. */
export interface Wanted {
  /** how errors call the model */
  readonly name: string;
  readonly symbols: number;
}

const PLAIN: readonly VocabularyForm[] = ['lines', 'text'];

/** @returns nothing where the file is no text, or too large for such a vocabulary */
async function textOf(source: ForeignSource, name: string, limit: number): Promise<string | undefined> {
  const file = await source.open(name);
  if (file.bytes > limit) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.read(0, file.bytes));
  } catch (thrown) {
    if (thrown instanceof TypeError) return undefined;
    throw thrown;
  }
}

/** The ways in which a text may name symbols, the surest first: what says it by its form excludes the others. */
function readings(text: string, file: string): readonly FoundSymbols[] {
  const table = symbolsInTable(text);
  return table ? [table] : (symbolsInJson(text, file) ?? [symbolsInLines(text), charactersOf(text)]);
}

/** The same of a file that nobody called a vocabulary: settings in JSON may number something, too. */
function guessed(text: string, file: string): readonly FoundSymbols[] {
  try {
    return readings(text, file);
  } catch (thrown) {
    if (thrown instanceof AesopError && thrown.code === 'vocabulary-unfit') return [];
    throw thrown;
  }
}

/**
 * The vocabulary that a person named.
 * @throws AesopError `vocabulary-unfit`, `vocabulary-misfit`, `vocabulary-text-misfit`
 */
export async function namedVocabulary(source: ForeignSource, file: string, wanted: Wanted): Promise<FoundVocabulary> {
  const text = await textOf(source, file, importedVocabularyBytes(wanted.symbols));
  if (text === undefined) throw new AesopError('vocabulary-unfit', { file, problem: message('phrases.not-text') });
  const found = readings(text, file);
  if (found.length === 0) throw new AesopError('vocabulary-unfit', { file, problem: message('phrases.content-unfit') });
  const fitting = found.find(({ symbols }) => symbols.length === wanted.symbols);
  if (fitting) return { vocabulary: asVocabulary(fitting, file), file, form: fitting.form };
  const [first, characters] = found.map(({ symbols }) => symbols.length);
  const { name, symbols } = wanted;
  if (characters === undefined) throw new AesopError('vocabulary-misfit', { file, found: first, name, symbols });
  throw new AesopError('vocabulary-text-misfit', { file, lines: first, characters, name, symbols });
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
    for (const found of guessed(text, file)) {
      const fits = found.symbols.length === symbols;
      const plain = PLAIN.includes(found.form);
      if (fits && !plain) return { vocabulary: asVocabulary(found, file), file, form: found.form };
      if (!plain) misfit ??= new AesopError('vocabulary-misfit', { file, found: found.symbols.length, name, symbols });
      if (fits && found.form === 'lines' && new Set(found.symbols).size === symbols)
        lines ??= { vocabulary: asVocabulary(found, file), file, form: found.form };
    }
  }
  if (lines) return lines;
  throw misfit ?? new AesopError('vocabulary-wanted', { name, symbols });
}
