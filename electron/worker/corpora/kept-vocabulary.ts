import { stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseBoundedJson } from '../../contract/bounded-json.ts';
import { Vocabulary, type TokenizerSettings } from '../../engine/text/vocabulary/vocabulary.ts';
import { readWhole } from '../../storage/files/json.ts';

/** Beside `text.txt`. */
const FILE = 'vocabulary.json';
/** Symbols and bytes beyond which a vocabulary is counted anew rather than kept. */
const MOST = 1_000_000;
const BYTES = 64 * 1024 ** 2;

/** Keeps what the reading of a text has counted, so that nobody counts it again, in the folder of the text. */
export async function keepVocabulary(folder: string, vocabulary: Vocabulary): Promise<void> {
  if (vocabulary.size > MOST) return;
  const text = JSON.stringify(vocabulary);
  if (Buffer.byteLength(text) <= BYTES) await writeFile(join(folder, FILE), text, { flag: 'wx' });
}

/** All that a vocabulary says of how its text was cut, and by which program. */
function cutOf(vocabulary: Vocabulary): unknown {
  // what follows from the text itself is not asked for
  const { symbols: _, counts: __, unknownId: ___, language: ____, letters: _____, ...cut } = vocabulary.toJSON();
  return cut;
}

/** What was kept of a text, where it was cut in just this way and has not changed since. */
export async function keptVocabulary(path: string, settings: TokenizerSettings): Promise<Vocabulary | undefined> {
  const file = join(dirname(path), FILE);
  try {
    const [text, kept] = await Promise.all([stat(path), stat(file)]);
    if (kept.mtimeMs < text.mtimeMs) return undefined;
    const json = parseBoundedJson(await readWhole(file, BYTES), { depth: 4, values: 2 * MOST + 64 });
    const vocabulary = Vocabulary.fromJSON(json);
    return isDeepStrictEqual(cutOf(vocabulary), cutOf(new Vocabulary(settings, [], []))) ? vocabulary : undefined;
  } catch {
    // Whatever is wrong with it: the text itself is there to be counted.
    return undefined;
  }
}
