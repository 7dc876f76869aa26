import { stat } from 'node:fs/promises';
import type { TokenizerName } from '../../contract/corpus.ts';
import { readCorpus, type Corpus } from '../../engine/text/corpus.ts';
import type { Vocabulary } from '../../engine/text/vocabulary/vocabulary.ts';
import { onDisk } from '../../storage/files/disk-errors.ts';
import { keptVocabulary } from './kept-vocabulary.ts';

interface Cut {
  path: string;
  /** where each source but the first begins, in UTF-16 units */
  borders: readonly number[];
  tokenizer: TokenizerName;
  lowercase: boolean;
}

interface Options {
  signal?: AbortSignal;
  progress?(fraction: number): void;
}

let kept: { key: string; vocabulary: Vocabulary } | undefined;

async function keyOf({ path, borders, tokenizer, lowercase }: Cut): Promise<string> {
  const { mtimeMs, size } = await onDisk(path, () => stat(path));
  return [path, mtimeMs, size, borders.length, tokenizer, lowercase].join('|');
}

/**
 * A text of the workspace through a tokenizer; its vocabulary stays for `textVocabulary`.
 * @throws AesopError as `readCorpus`
 */
export async function readText(cut: Cut, { signal, progress }: Options = {}): Promise<Corpus> {
  const { path, borders, tokenizer, lowercase } = cut;
  const key = await keyOf(cut);
  const cutting = { tokenizer, lowercase, borders, known: true, signal, onProgress: progress };
  const corpus = await readCorpus({ path }, cutting);
  kept = { key, vocabulary: corpus.vocabulary };
  return corpus;
}

/** Every symbol of a text with its count; of the text read last, or cut as it was taken in, it is at hand. @throws AesopError as `readCorpus` */
export async function textVocabulary(cut: Cut, options: Options = {}): Promise<Vocabulary> {
  const key = await keyOf(cut);
  if (kept?.key === key) return kept.vocabulary;
  const vocabulary = await keptVocabulary(cut.path, cut);
  if (vocabulary !== undefined) {
    kept = { key, vocabulary };
    return vocabulary;
  }
  return (await readText(cut, options)).vocabulary;
}
