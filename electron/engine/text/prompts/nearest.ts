import { spellingDistance } from './spelling.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** A word of the vocabulary, prepared for comparing. */
interface Candidate {
  word: string;
  lower: string;
  /** lower case without accents */
  bare: string;
  spoken: boolean;
}

const MARKS = /\p{M}/gu;
const SPOKEN = /[\p{L}\p{N}]/u;

function prepare(symbol: string): Candidate {
  const word = symbol.trim();
  const lower = word.toLowerCase();
  return { word, lower, bare: lower.normalize('NFD').replace(MARKS, ''), spoken: SPOKEN.test(word) };
}

const prepared = new WeakMap<Vocabulary, Candidate[]>();

function candidatesOf(vocabulary: Vocabulary): Candidate[] {
  let candidates = prepared.get(vocabulary);
  if (!candidates) {
    const words = new Set(vocabulary.symbols.slice(0, vocabulary.unknownId).map((symbol) => symbol.trim()));
    candidates = [...words].filter(Boolean).map(prepare);
    prepared.set(vocabulary, candidates);
  }
  return candidates;
}

/**
 * The known words most like `word`, without the space some symbols begin with: first those that differ only in case,
 * then in accents, then by spelling (Damerau-Levenshtein, case aside); among equals the more frequent.
 * @param limit how many
 */
export function nearestWords(word: string, vocabulary: Vocabulary, limit = 5): string[] {
  const asked = prepare(word);
  const best: { word: string; distance: number }[] = [];
  for (const candidate of candidatesOf(vocabulary)) {
    if (candidate.spoken !== asked.spoken || candidate.word === asked.word) continue;
    const worst = best.length < limit ? Infinity : best[best.length - 1].distance;
    let distance: number;
    if (candidate.lower === asked.lower) distance = 0;
    else if (candidate.bare === asked.bare) distance = 0.5;
    // equal distances lose to the more frequent word that stands there, so only smaller ones are looked for
    else distance = spellingDistance(candidate.lower, asked.lower, Math.min(worst - 1, 1_000));
    if (distance >= worst) continue;
    const at = best.findIndex((other) => other.distance > distance);
    best.splice(at < 0 ? best.length : at, 0, { word: candidate.word, distance });
    best.length = Math.min(best.length, limit);
  }
  return best.map((found) => found.word);
}
