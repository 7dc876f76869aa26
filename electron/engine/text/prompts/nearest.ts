import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { folded, HAN, isKindred, SPOKEN } from './alike.ts';
import { spellingDistance } from './spelling.ts';

/** Share of the longer word's letters that may differ from a word that is near. */
const NEAR = 0.3;
/** Where so many first letters, and such a share of the longer word, are alike, all others may differ. */
const STEM = { letters: 4, share: 0.6 };

/** A word of the vocabulary, prepared for comparing. */
interface Candidate {
  word: string;
  lower: string;
  folded: string;
  spoken: boolean;
}

interface Known {
  /** the most frequent first */
  readonly candidates: readonly Candidate[];
  readonly byCase: ReadonlyMap<string, string>;
  readonly byFolding: ReadonlyMap<string, string>;
}

function prepare(symbol: string): Candidate {
  const word = symbol.trim();
  return { word, lower: word.toLowerCase(), folded: folded(word), spoken: SPOKEN.test(word) };
}

const prepared = new WeakMap<Vocabulary, Known>();

function knownOf(vocabulary: Vocabulary): Known {
  let known = prepared.get(vocabulary);
  if (!known) {
    const words = new Set(vocabulary.symbols.slice(0, vocabulary.unknownId).map((symbol) => symbol.trim()));
    const candidates = [...words].filter(Boolean).map(prepare);
    // of several the most frequent: a later entry of a Map takes the place of an earlier one
    const rare = [...candidates].reverse();
    const byCase = new Map(rare.map(({ word, lower }) => [lower, word]));
    const byFolding = new Map(rare.map(({ word, folded: form }) => [form, word]));
    known = { candidates, byCase, byFolding };
    prepared.set(vocabulary, known);
  }
  return known;
}

/**
 * The known word that an unknown one is in another dress: of other case, else with other accents, quotes, dashes, width or
 * forms of characters; among several the most frequent.
 */
export function sameWord(word: string, vocabulary: Vocabulary): string | undefined {
  const { byCase, byFolding } = knownOf(vocabulary);
  const asked = prepare(word);
  return byCase.get(asked.lower) ?? byFolding.get(asked.folded);
}

/** Letters that may differ between two words that are near. */
function roomBetween(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  const stem = Math.max(STEM.letters, Math.ceil(STEM.share * longest));
  return a.slice(0, stem) === b.slice(0, stem) ? longest - stem : Math.floor(NEAR * longest);
}

/**
 * The known words that are near `word`, without the space some symbols begin with: first those that differ only in case,
 * then in accents and the like, then by spelling (Damerau-Levenshtein, case aside); among equals the more frequent. Of
 * marks those of its kind. None where nothing is near: Chinese characters are near only as forms of one another.
 * @param limit how many
 */
export function nearestWords(word: string, vocabulary: Vocabulary, limit = 5): string[] {
  const asked = prepare(word);
  // one character is a word there, and tells nothing of another one
  const spelt = asked.spoken && !HAN.test(asked.lower);
  const best: { word: string; distance: number }[] = [];
  for (const candidate of knownOf(vocabulary).candidates) {
    if (candidate.spoken !== asked.spoken || candidate.word === asked.word) continue;
    const worst = best.length < limit ? Infinity : best[best.length - 1].distance;
    let distance = Infinity;
    if (candidate.lower === asked.lower) distance = 0;
    else if (candidate.folded === asked.folded) distance = 0.5;
    else if (!asked.spoken) distance = isKindred(candidate.word, asked.word) ? 1 : Infinity;
    else if (spelt) {
      // equal distances lose to the more frequent word that stands there, so only smaller ones are looked for
      const room = Math.min(worst - 1, roomBetween(candidate.lower, asked.lower));
      const found = spellingDistance(candidate.lower, asked.lower, room);
      if (found <= room) distance = found;
    }
    if (distance >= worst || distance === Infinity) continue;
    const at = best.findIndex((other) => other.distance > distance);
    best.splice(at < 0 ? best.length : at, 0, { word: candidate.word, distance });
    best.length = Math.min(best.length, limit);
  }
  return best.map((found) => found.word);
}
