import { lowerCased } from '../../contract/lower-case.ts';
import type { Neighbours, WordMap } from '../../contract/word-vectors.ts';
import { nearestWords } from '../text/prompts/nearest.ts';
import type { Vocabulary } from '../text/vocabulary/vocabulary.ts';
import { principalAxes } from './principal-axes.ts';
import type { WordVectors } from './word-vectors.ts';

/** The vectors of a model with the symbols they stand for. */
export interface ModelVectors {
  readonly vectors: WordVectors;
  readonly vocabulary: Vocabulary;
}

const rounded = (value: number) => Number(value.toFixed(4));

/** The `limit` most frequent symbols on the plane in which they differ most. */
export function wordMap({ vectors, vocabulary }: ModelVectors, limit: number): WordMap {
  const known = vocabulary.size - (vocabulary.unknownId === undefined ? 0 : 1);
  const count = Math.min(limit, vectors.count, known);
  const { coordinates, shares } = principalAxes(vectors.rows.subarray(0, count * vectors.width), vectors.width, 2);
  return {
    source: vectors.source,
    points: Array.from({ length: count }, (_, id) => ({
      symbol: vocabulary.symbol(id),
      times: vocabulary.counts[id],
      x: rounded(coordinates[2 * id]),
      y: rounded(coordinates[2 * id + 1]),
    })),
    shares: [rounded(shares[0]), rounded(shares[1])],
  };
}

/** The known symbol that a person means: with or without the space before it, whichever is more frequent. */
function meantId(word: string, vocabulary: Vocabulary, count: number): number | undefined {
  const text = (vocabulary.lowercase ? lowerCased(word, vocabulary.language) : word).normalize('NFC');
  const bare = text.trim();
  const forms = bare === '' ? [text] : [bare, ` ${bare}`];
  const ids = forms.map((form) => vocabulary.id(form)).filter((id) => id !== undefined && id < count);
  return ids.length > 0 ? Math.min(...(ids as number[])) : undefined;
}

/** The symbols used most like a word. Forms of one word that differ only in the space before them count as one. */
export function neighboursOf({ vectors, vocabulary }: ModelVectors, word: string, limit: number): Neighbours {
  const { source, count } = vectors;
  const id = meantId(word, vocabulary, count);
  if (id === undefined)
    return { source, symbol: null, compared: count, neighbours: [], spelled: nearestWords(word, vocabulary) };
  const nameOf = (other: number) => vocabulary.symbol(other).trim() || vocabulary.symbol(other);
  const own = nameOf(id);
  const take = (other: number) => other !== vocabulary.unknownId && nameOf(other) !== own;
  const seen = new Set<string>();
  // Each word may come twice: with the space before it and without.
  const nearest = vectors.nearest(id, 2 * limit, take).filter((found) => {
    const fresh = !seen.has(nameOf(found.id));
    seen.add(nameOf(found.id));
    return fresh;
  });
  const neighbours = nearest
    .slice(0, limit)
    .map((found) => ({ symbol: vocabulary.symbol(found.id), similarity: rounded(found.similarity) }));
  return { source, symbol: vocabulary.symbol(id), compared: count, neighbours, spelled: [] };
}
